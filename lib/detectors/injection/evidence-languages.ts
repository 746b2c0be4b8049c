import type { Evidence } from './evidence';

/** The core of an attack in the languages it most often comes in. */
export const OTHER_LANGUAGES: Evidence[] = [
  {
    why: 'asks to drop earlier instructions',
    weight: 1,
    phrases: [
      '(ignora|ignorar|ignore|olvida|olvide|olvidate|omite|desobedece|desestima) * (instrucciones|indicaciones|reglas|órdenes|directrices|restricciones)',
      '(ignora|olvida|olvide) todo lo (anterior|que te|dicho|que sabes|de arriba)',
      '(ignore|ignorez|ignorer|oublie|oubliez|oublier) * (instructions|consignes|règles|directives|ordres|précédentes)',
      '(ignorier|ignoriere|ignorieren|vergiss|vergessen|missachte) * (anweisungen|anweisung|instruktionen|regeln|befehle|vorgaben|vorherigen|bisherigen)',
      '(ignora|ignorare|dimentica|dimenticare|tralascia) * (istruzioni|regole|direttive|indicazioni|precedenti)',
      '(ignore|ignorar|esqueça|esquece|desconsidere) * (instruções|regras|orientações|diretrizes|comandos|anteriores)',
      '(negeer|vergeet) * (instructies|regels|opdrachten|vorige|eerdere)',
      '(игнорируй|игнорируйте|забудь|забудьте|проигнорируй) * (инструкции|указания|правила|команды|предыдущие)',
      '(zignoruj|ignoruj|zapomnij) * (instrukcje|polecenia|zasady|poprzednie)',
      '(önceki|yukarıdaki) * (talimatları|komutları|kuralları) * (unut|yoksay|görmezden|dikkate)',
      '(تجاهل|انس|انسى) * (التعليمات|الأوامر|القواعد|السابقة)',
      '(पिछले|सभी|पूर्व) * (निर्देशों|निर्देश|नियमों) * (अनदेखा|भूल|नजरअंदाज)',
      '(忽略|忽视|无视|無視|忘记|忘記|忘掉|不要理会) * (之前|以上|上述|先前|前面|所有|一切)? * (指令|指示|提示|规则|規則|命令|说明)',
      '(以前|これまで|上記|前|すべて) の * (指示|命令|プロンプト|ルール) * (無視|忘れ)',
      '(이전|위의|모든) * (지시|지침|명령|규칙|지시사항을|지침을|명령을|지시를|규칙을) * (무시*|잊어*)',
    ],
    unless: ['(ignora|ignore|olvida|olvide) (mi|mis) * (correo|mensaje|pedido|instrucciones)'],
  },
  {
    why: 'asks for the hidden instructions',
    weight: 1,
    phrases: [
      '(muestra|muéstrame|revela|repite|imprime|dime|escribe) * (tus|sus|las) * (instrucciones iniciales|instrucciones ocultas|instrucciones del sistema|prompt|instrucciones secretas)',
      '(montre|affiche|révèle|répète|donne) * (tes|vos|ton|votre) * (instructions|prompt|consignes)',
      '(zeige|zeig|wiederhole|nenne|verrate|gib) * (deine|deinen|ihre|ihren|die) * (systemanweisungen|anweisungen|system prompt|systemprompt|prompt)',
      '(mostra|rivela|ripeti|stampa) * (le tue|il tuo|tuo) * (istruzioni|prompt)',
      '(mostre|revele|repita|imprima) * (suas|seu|o seu) * (instruções|prompt)',
      '(покажи|раскрой|повтори|напиши) * (свои|твои|системные|ваши|системный) * (инструкции|промпт|указания)',
      '(显示|告诉我|输出|重复|透露|打印) * (你的|系统)? * (系统提示|提示词|初始指令|系统指令)',
      '(システムプロンプト|初期指示|内部指示) * (表示|教え|見せ|出力)',
    ],
  },
  {
    why: 'gives it a new self',
    weight: 0.5,
    phrases: [
      '(ahora eres|a partir de ahora|actúa como|finge ser|finge que|hazte pasar)',
      '(tu es maintenant|à partir de maintenant|désormais|fais semblant|agis comme|agis en tant)',
      '(du bist jetzt|ab jetzt|ab sofort bist|tu so als|verhalte dich wie)',
      '(ora sei|da ora in poi|fingi di|agisci come)',
      '(agora você é|a partir de agora|finja que|aja como)',
      '(теперь ты|отныне|притворись|веди себя как)',
      '(你现在是|从现在开始|从现在起|假装|扮演)',
      '(あなたは今|今から|ふりをし|になりきって)',
    ],
  },
  {
    why: 'takes its limits away',
    weight: 0.5,
    phrases: [
      'sin (ninguna|ningún|ninguna clase de)? (restricciones|restricción|filtros|límites|reglas|censura)',
      'sans (aucune)? (restriction|restrictions|filtre|filtres|limites|censure)',
      '(ohne|keine) * (einschränkungen|beschränkungen|filter|grenzen|zensur)',
      'senza (alcuna)? (restrizioni|filtri|limiti|censura)',
      'sem (nenhuma)? (restrições|filtros|limites|censura)',
      'без * (ограничений|фильтров|цензуры|правил)',
      '(没有|不受|无) * (限制|约束|过滤|道德)',
      '(制限|制約|フィルター) * (なし|なく|ない)',
    ],
  },
];
