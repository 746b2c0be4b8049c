/** One message a line, under what they have in common. Written for this project. */
const messages = (groups: Readonly<Record<string, string>>): readonly string[] =>
  Object.values(groups).flatMap((group) =>
    group
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  );

/** Messages of customers who want a person, or a call, or the number to call. */
export const WISHES: readonly string[] = messages({
  'to a person straight out': `
    talk to a person please
    let me speak to somebody
    could I chat with a live advisor
    I would like to talk to one of your people
    can you get me a person to talk to
    I'm trying to speak with an agent
    trying to get hold of somebody over there
    I have been trying to reach an agent
    got to talk with somebody
    I gotta speak to someone
    have to get in contact with a representative
    I wanna chat with someone
    need to contact someone
    need contact with a person
    I need to contact an agent
    want to contact a real person
    I'd like to contact an adviser
    who do I contact to speak with a human
    person
    real person
    speak with operator
    speak agent
    talk human now
    agent chat
    live person please
    human agent
    representative please
    talk to support
    contact an agent
    contact customer care
    get agent
    call agent
    speak to manager
    transfer me
    transfer to human
    switch me to a person
    forward me to an assistant
    redirect me to an operator
    direct me to an agent
    can you direct me to someone
    put me across to an advisor
    pass me to your colleague
    hand this chat over to a human
    link me up with someone from support
    connect me with someone
    connect to agent
    pls connect
    plz connect me to your executive
    kindly connect me to a customer care executive
    kindly arrange one executive to speak with me
    please do the needful and connect me to concerned person
    connect me to the concerned department
    I want to talk to concerned person
    give me contact of concerned person
    I want to talk your senior
    let me talk your manager
    want to talk customer care
    I want talk to customer support
    I want customer care
    need customer service
    customer support please
    customer care executive
    customer service representative needed
    give me an executive
    executive please
    need to speak executive regarding my issue
  `,
  'how to': `
    how do I speak with an assistant
    how can I chat with an assistant
    how to talk to an operator
    how do I call an agent
    how do I speak to a person
    how can I talk with an agent
    how to contact an agent
    how to talk to someone
    how to reach customer care
    how to connect with customer care
    how can I contact customer support
    how could I get in touch with an operator
    how do I get through to a human
    what do I have to do to talk to someone
    what must I do to speak with a human being
    what should I press to get an operator
    what is the way to talk to a person here
    where can I chat with an agent
    where do I go to talk to somebody
    who can I talk to
    whom should I contact for help
    whom to contact
    is it possible to talk to a person
    is there a way to speak with someone
    is there any chance to talk to an actual employee
    any way to contact a human
    any option to chat with an executive
    can I talk to somebody
    can I speak to someone about this
    could I speak with a member of the team
    may I speak with your supervisor
    may I know how to connect to an agent
    will I be able to talk to someone
    could you tell me how I reach a live person
    I don't know how to speak to an agent
    I do not know how to get in touch with a person
    I don't know what to do to reach someone
    I have no idea how to get an operator
    I can't find how to talk to a human
    I cannot find where to contact an advisor
    I can't figure out how to contact anyone
  `,
  'help in getting to one': `
    help me speak with an agent
    help me to contact a person
    help me reach somebody
    help me get in touch with customer service
    I need help talking to a person
    I need help to get hold of someone
    I need assistance reaching an agent
    I want some help contacting an operator
    can you help me to chat with a human
    could you help me get through to someone
    can you assist me in contacting a representative
    please help me find a person to talk to
    help contacting someone
    help to speak with somebody
    assistance in reaching a human
    I'm looking for help to talk with a live agent
    I don't understand you, help me talk to a person
    I don't get what you are saying, I want to speak with somebody
    I can't follow this, get me someone I can talk to
    you are not helping, I need to contact somebody
    you're no help at all, let me chat with an agent
    this isn't working, help me contact an operator
    you don't understand me, can I talk to someone
    this is not what I asked, let me talk to somebody who can read
  `,
  'not the machine': `
    I don't want to talk to a bot
    no more automated answers please
    stop the automatic replies and give me a person
    is this a bot? I want a human
    I'm not talking to a machine
    I don't want your virtual assistant
    this bot is useless get me somebody
    bots can't solve this, people can
    can a human look at my messages
    I prefer talking to people
    I'd rather deal with a real person
    I would feel better talking with somebody
    would rather explain it to a person
    I can explain this better to a human
    it is too complicated to type, can I speak with someone
    easier if I just talk to somebody
    can we do this with a human instead
    a human being should handle this
    I want a person to handle my case
    I want someone to take over this chat
    let a colleague of yours take over
    get me out of this menu and to a person
  `,
  'anybody there': `
    is there anyone I can talk to instead
    is there somebody I could write with
    anybody to chat with rather than this
    no one answers
    nobody answers
    nobody is picking up
    no one picks up the phone
    no one attends my call
    nobody replies
    your call center does not pick up
    your support desk isn't answering
    customer care does not reply
    nobody at customer care is available
    I get no answer from your support
    nobody is answering me in here
    no one replies at all
    no one is responding on your side
    does anyone reply here
    is anybody there to help
    is there anyone to assist me
    hello anyone online
    anyone online right now
    anyone there from support
    is somebody from the team online
    are any agents available
    are there agents online
    is an agent free
    is there an agent I can chat to
    any agent available
    any executive available now
    when will an agent be available
    when can I talk to someone
    how long until I get a person
    how long till an operator joins
    still waiting for an agent
    I'm waiting for someone to join the chat
    no agent has joined
    nobody is joining the chat, I need a person
    why is no one replying me
    nobody is answering, I want to talk to someone
    no one answers the phone
    no one is picking up your helpline
    nobody picks up when I call customer care
    no response from customer care
    your customer care is not reachable
    customer care number is not working
    customer care not picking call
    customer support number switched off
    the helpline is always busy
    helpline not connecting
    call centre line is not reachable
    I can't reach your call center
    unable to reach customer support
    unable to connect with customer care
    not able to talk to any agent
    not able to contact anybody
    I am not able to reach anyone
    I cannot get hold of anyone
    I can't talk to an operator
    I can't get through to a person
    couldn't get anyone on the phone
    tried your number many times, nobody picks up
    call is not going through to customer care
    the call gets cut before an agent comes
    your toll free number is not working
  `,
  'a number a call': `
    I need the customer care number
    number of customer support please
    customer care contact needed
    how to call your customer care
    please give customer care no
    ring me back
    could you call me back on my mobile
    call me at once
    contact me by phone
    do call me back
    want callback
    give me customer care number
    customer service phone number
    support phone number please
    send me the helpline number
    helpline number
    toll free no plz
    which number do I call for help
    what is the number for customer service
    what number do I ring to get through to support
    is there a number I can call
    is there a phone number to talk to someone
    do you have a helpline
    do you have a customer care number
    I need your customer care contact
    I need a number to call
    I want to call customer care
    can I call someone
    can I call customer service
    how can I call customer support
    need to speak on phone
    want to talk on call
    can we talk on call
    can we talk over the phone
    can I get you on call
    I'd prefer a phone call
    call me
    pls call
    call me asap
    call me urgently
    kindly call me
    please call on my number
    please give me a call
    give me a ring
    give me a call back please
    please call back
    callback request
    request a callback
    request call back from your team
    I need call from your side
    need a call from customer care
    arrange a call
    please arrange a call from your executive
    schedule a call with an agent
    set up a call with one of your people
    can someone call me
    could someone phone me
    can someone give me a call
    someone please call me
    ask somebody to call me
    tell your team to call me
    have an adviser phone me
    please ask your manager to call me
    I am waiting for your call
    waiting for a call from your team
    why has nobody called me back
    no one called me back yet
    I was promised a call back and never got one
    when will you call me
    when is somebody going to call me
    can you call me instead of typing
    can you call me after 5
    call me in the evening
    call my mobile please
    ring me on my mobile
    phone me please
    reach me on my phone
    please contact me
    please contact me as soon as possible
    someone contact me please
    have someone contact me
    someone get back to me please
    somebody please respond
    someone please help me on a call
    I want somebody to contact me
    get in touch with me please
  `,
  'higher up': `
    I want to talk to a supervisor
    let me speak to whoever is in charge
    I want to speak to your boss
    get me a higher authority
    connect me to higher authority
    whom can I escalate this to
    please escalate to your senior
    raise this to your manager
    I need someone senior to look at this
    manager number please
    is there a manager I can talk to
    can I have the manager's contact
    I want someone who can actually decide
    give this to somebody who knows what they are doing
  `,
  'to a department': `
    put me through to billing
    I want to speak with the cancellations department
    let me talk to tech support
    talk to technical team
    I need to speak with someone in accounts
    connect me with the sales department
    transfer me to the complaints team
    I want to talk to the delivery team
    can I chat with someone from technical support
    is there somebody in repairs I can speak to
  `,
  'coarse and tired': `
    let me talk to a damn human
    I want a bloody person
    get me a fucking agent
    how do I speak to a goddamn operator
    just give me a person for god's sake
    for the last time, a human
    I said agent
    AGENT
    HUMAN PLEASE
    I WANT TO TALK TO SOMEONE
  `,
  'in the middle of something else': `
    my bill is wrong again and I would like to talk to somebody about it
    the internet keeps dropping, can I speak to a technician on the phone
    I've tried all that, I just need to talk to someone
    thanks but I would rather speak with a colleague of yours
    before I pay anything I want to hear from a person
    it's about my late husband's account, I would like to talk to someone
  `,
  spanish: `
    quiero hablar con alguien
    necesito comunicarme con un agente
    como puedo hablar con una persona
    como me comunico con ustedes
    pueden llamarme por favor
    llamenme
    que alguien me llame
    necesito el numero de atencion al cliente
    a que numero puedo llamar
    me pasa con un asesor
    no puedo comunicarme con nadie
    nadie contesta el telefono
    ayudame a contactar a una persona
    quisiera que me atendiera una persona
    hay alguien que me pueda atender
  `,
});

/** Messages with the same words, or the same clumsiness, of customers who want something else. */
export const LOOK_ALIKES: readonly string[] = messages({
  'what people told did or promised': `
    somebody hacked me
    I would recommend you to anyone
    nobody answers my mails
    can someone who is sixteen sign up
    somebody should have told me
    someone should have warned us
    someone ought to check these bills
    did someone get into my account
    did anybody sign for it
    has somebody moved my visit
    will they call me first
    will he call me when he is near
    are they going to ring before they come
    your agents are rude
    these agents were nasty and lied
    your staff needs training
    train your staff to listen
    your people do not know what they are doing
    nobody ever explains anything
    no one cares about customers
    the staff in the store laughed at me
    every agent gives another answer
    all your agents say the same thing
    still no response
    no response to my email
    is anyone going to refund me
    I hope someone reads this
    would anyone want to buy from you again
    you treat people badly
    people pay you every month for this
    your support is a joke
    worst support ever
    support closed my ticket and nothing changed
    let me talk it over with her
    I will ask somebody at home
    my husband will talk to you then
    ok after this call
    I am on a call right now
    doing that on the other phone
    let me try on my wife's phone
    forwarded it to your colleague already
    I sent the picture to the agent
    a compliment for your team
    your colleague in the chat said to restart it
    the agent told me it would be free
    your agent said the credit would show this month
    I talked to an agent on Friday and it is still not fixed
    I spoke with someone last week about my bill
    I was talking with a rep and we got disconnected, it was about my refund
    the person I chatted with gave me a different price
    the representative promised me ten dollars off
    someone from your company told me to restart the router
    customer service said it was shipped
    a supervisor approved this credit last month
    the operator reset my line and it worked
    the lady on the phone was very kind
    the assistant in your store sold me the wrong cable
    your customer service is terrible
    your customer care is really good
    your support team was quick, thank you
    great customer service today
    the agent who helped me deserves a raise
    I called yesterday about the slow wifi
    I called three times and it is still slow
    I am calling about my bill
    I am phoning about where my order is
    I'm calling to find out when the technician comes
    ringing about my new address
    just calling to pay my invoice
    I phoned on Monday and paid the bill
    I contacted my bank and they did not block it
    I contacted you about this charge in March
    you called me this morning, what was it about
    I missed a call from you
    somebody called me and asked for my pin
    who called me from this number
    I keep getting calls from an unknown number
    stop calling me
    please stop calling me about upgrades
    do not call me again about offers
    I don't want any more sales calls
    remove my number from your call list
    how do I block a caller
    how do I block spam calls
    nobody told me there would be a fee
    nobody came to the door
    no one showed up for the appointment
    no one was home when the driver came
    nobody in the house can get online
    someone stole my package
    somebody changed my plan without asking
    someone else is using my wifi
    someone hacked my account
    somebody used my card
  `,
  'people to come not to talk': `
    can someone tell me when it will be back
    can anyone explain this fee
    does anybody know if there is an outage
    somebody please fix my internet
    could someone check why it is slow
    can somebody send me the invoice
    could somebody look at my connection
    can someone check my line
    can somebody look into my outage
    nobody came and nobody called
    can someone come and fix my line
    I need someone to repair the dishwasher
    can you send somebody to look at the wiring
    send a technician please
    I need a technician at my house
    when is the technician coming
    is someone coming out today
    can a person come on Saturday instead
    I need somebody to install the outlet
    book a visit for my oven
    who is coming to fix the washer
    the man who came on Tuesday left his ladder
    will someone pick up the return
    does someone have to be home for the delivery
    does a person need to sign for it
    can my neighbour let the technician in
  `,
  'other people of the customer': `
    nobody in our house is ill
    nobody is moving out, I only changed rooms
    nobody here watches sports
    nobody is using that line
    somebody impersonates my mother on the phone
    a caller impersonating your company
    someone is pretending to be me
    somebody uses my name on your page
    someone poses as me at your store
    someone sent me money by mistake
    let a colleague see our invoices
    something I can manage each month
    may I manage two flats under one login
    a contact person for our works council
    is there a senior discount
    senior rate for my mother
    refer someone and get a credit
    send a gift to someone in another town
    ship it to someone else
    someone is watching on my profile
    change the name of our team
    the accounting team needs a revised invoice
    give my colleague access to the bills
    remove an employee from our business account
    add our accountant as a contact person
    I want to report an employee of yours
    I want to report someone for fraud
    money went to a person I do not know
    a payment from someone I never heard of
    someone sent me money and I can't see it
    our office manager will pay the bill
    the sales team in our company needs more lines
    I need to talk to my wife before I decide
    let me ask my husband and come back to you
    I have to speak with my landlord about drilling
    I'll discuss it with my family
    my manager needs a copy of the invoice
    my boss wants the bill in the company's name
    I'm a manager at a restaurant and need faster internet
    my assistant pays the bills
    my agent for the insurance asked for the invoice
    the real estate agent says the house has fiber
    can I add another person to my plan
    how do I add a person to my account
    I want to add my son as an authorized user
    how many people can use it at the same time
    can two people watch tv at once
    is there a limit of people per account
    I live with three other people
    the person on the account is my father
    the account is in another person's name
    can I transfer my account to another person
    transfer my number to a new phone
    transfer my service to my new address
    can I transfer the order to somebody else
    can somebody else pick up my order
  `,
  'phone numbers and calls as a matter': `
    outgoing calls work but nobody can call me
    the app is not responding
    my tv is not responding to the remote
    contact info for returns
    unable to call or text from my mobile
    I cannot make or get calls
    people can't get me on my number
    nobody gets through to my phone
    the call quality is bad
    bad sound when I call
    no calls in or out
    one phone bill please
    slow at peak time
    there was no call and no visit
    my contact info is wrong
    I want to change my phone number
    update my contact number
    change the contact number on my account
    edit my contact information
    I need to correct my personal information
    the phone number on my bill is wrong
    my phone number is on the account
    my registered number has changed
    here is my order number
    what is my account number
    what is my customer number
    where do I find my invoice number
    I need the tracking number
    give me the tracking number
    send me the confirmation number
    what's the serial number of my router
    I want to keep my phone number
    can I port my number to you
    I can't make calls
    I can't call anyone from my phone
    calls drop after a minute
    my calls go straight to voicemail
    my phone does not ring
    the line has no dial tone
    people can't hear me when I call
    nobody can reach me on my landline
    my home phone is dead
    how do I set up call forwarding
    how do I turn on call waiting
    how do I set up my voicemail
    are international calls included
    how much is a call to Mexico
    why was I charged for calls to Canada
    can I make calls over wifi
    how do I connect my phone to the wifi
    connect my tv to the internet
    how do I connect the router
    my laptop will not connect
    it cannot connect to the network
    help me connect my printer
    please connect my new house
    when will my service be connected
    the remote does not talk to the box
    my mesh point won't connect to the gateway
    does it work with my voice assistant
    can I use a virtual assistant with the tv
    my google assistant can't find the tv
    call me Sam, everyone does
    you can call me Ana
    don't call me sir
  `,
  'reaching others': `
    how do I contact the seller
    how can I contact the courier
    the driver did not call me
    the driver couldn't reach me
    the courier says he tried to contact me
    can the driver call when he is close
    will the technician call before he comes
    the technician never called
    does the installer phone ahead
    can I contact the manufacturer for the warranty
    what's the number of the bank you pay refunds from
    do I have to call to cancel
    do I have to call to activate the sim
    can I do this online without calling
    can I pay without talking to anybody
    I'd rather not talk on the phone, chat is fine
    no need to call me
    no need for a human, I found it
    no don't transfer me, you can do it
    you don't have to connect me to anybody
    email is better than a call for me
  `,
  'questions about the other end': `
    dear support
    dear support team
    dear customer care
    dear billing team
    hello support team
    hi team
    good evening support
    take care
    talk to you later
    speak soon
    how do I email the support desk
    what is the email of customer support
    is your hotline open today
    working hours of your call center
    when is support available at weekends
    your support people are lovely
    just want to praise your support team
    your support never solves anything
    nobody cares
    nobody ever helps
    can I get support for an old phone
    does your company support esims
    what hours is customer service reachable
    between which hours can I call support
    till what time may I ring customer care
    is customer care open at the weekend
    what time does your helpline close
    what's your phone number
    your number please
    do you have an email address for support
    which email do I write to for customer service
    is there an agent of yours in my town
    where are your agents
    do you support dual sim phones
    is there support for old routers
    does your support cover my printer
    how long have you had a chat
    are you a real person
    am I talking to a bot
    is this a robot
    are you human
    are you the same person as before
    what's your name
    who am I chatting with
    what are your opening hours
    when is customer service open
    until when is support open on Sundays
    where is your nearest store
    what's the address of your head office
    do you have jobs for agents
    is there work in your call centre
    I worked in customer service myself
    I used to be an operator at a phone company
    how do I become a sales agent
  `,
  'help without a wish for a person': `
    I need help
    help
    can you help me
    please help me
    I need assistance
    could you help me with my order
    I need help with my bill
    I need help to change my address
    help me cancel my order
    help me track my package
    I need assistance to get a refund
    can you assist me with a return
    I don't know how to pay my invoice
    I do not know how to change my password
    I don't know what to do to get my money back
    I do not know what I have to do to open an account
    what do I have to do to return this
    what do I need to do to upgrade
    how to change my delivery address
    how to check the status of my refund
    how could I edit my account
    how can I find my bills
    I'm trying to log in
    I'm trying to pay and it fails
    I have to restore my password
    I have got to change my shipping address
    I've got to see my invoice
    I want help changing my plan
    wanna cancel my order
    gotta check my refund
    I can't find my order
    I cannot see my last bill
    I don't understand my bill
    I don't understand you
    I don't understand anything you say
    you are not helpful
    you aren't helping
    this is useless
    it is very urgent
    your company is a fraud
    I want to make a complaint
    I want to file a complaint
    how do I complain
    where can I leave feedback
    how can I write a review
    I want to report a problem
    I have a question
    I have a problem
    I have an issue with my connection
    quick question about my plan
    hi there
    hey, how are you
    ok
    yes please
    no thanks
    thank you
    thanks for your help
    thanks, that was all
    bye
    got it, I'll try that
    sure, go ahead
    fine, please do
    it works now
    that helped, thank you
  `,
  'everyday matters': `
    cancel my home care please
    do I still need home care
    is the dryer covered by home care
    is the blue one available
    is this available in my area
    are the new phones available online
    show me the options available
    which channels are available
    can I order online
    I want a new connection
    my connection keeps dropping
    it disconnects every hour
    a bank transfer takes how long
    I paid by transfer
    the transfer did not go through
    I want to report an error with my payment
    help me report a fault
    assistance with an error in the app
    I'd like to inform you of a mistake on the bill
    my internet is down
    the wifi is slow upstairs
    no picture on the tv
    the box says no signal
    the router light is red
    the dryer does not heat
    my fridge is leaking
    the outlet sparks
    why did my bill go up
    there's a fee I don't know
    can I pay next week
    what payment methods do you accept
    send me my invoice
    download my last bill
    where is my package
    my order has not arrived
    it says delivered but it isn't here
    I received the wrong item
    how long does shipping take
    can I change my order
    can I cancel my order
    how do I return the router
    when do I get my refund
    what's your return policy
    is there a restocking fee
    I want to cancel my subscription
    how much is the cancellation fee
    I want to close my account
    delete my account
    open an account for me
    I want to register
    I forgot my password
    reset my pin
    I can't sign in
    switch me to the cheaper plan
    I want to switch to the premium account
    upgrade my plan
    what plans do you have
    do you have a discount for students
    any offers this month
    is fiber available at my address
    I'm moving next month
    change my appointment to Friday
    move my visit
    subscribe me to the newsletter
    unsubscribe from the newsletter
    please add my apartment number to the address
    the product is not working
    is this in stock
    what size should I take
    is there a warranty on this
    how do I use the coupon
    the discount code does not work
    what is the difference between the two models
    when will it be back in stock
    can I get it tomorrow
    do I need a new modem
    how fast is the 500 plan
    who signs for the parcel if I'm at work
    is there somebody's name on the delivery note
    which assistant features does the remote have
    the person in the picture is not on my security camera
    my camera sends an alert for every person it sees
  `,
  spanish: `
    hable con un agente ayer y no sirvio
    el agente me dijo que era gratis
    puede venir alguien a arreglarlo
    necesito un tecnico en mi casa
    quiero cambiar mi numero de telefono
    no puedo hacer llamadas
    me llamaron esta mañana y no se quien era
    dejen de llamarme
    quiero pagar mi factura
    donde esta mi pedido
    no tengo internet
    tengo que hablar con mi esposo primero
    quiero poner una queja
    cual es mi numero de cuenta
    gracias por la ayuda
  `,
});
