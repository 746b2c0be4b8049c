/** Leads to a section of the cues: into view, and the focus with it. */
export const goToSection = (id: string): void => {
  const section = document.getElementById(id);
  section?.scrollIntoView({ block: 'nearest' });
  section?.focus();
};
