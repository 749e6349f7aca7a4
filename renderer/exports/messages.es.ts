import type { exports as english } from './messages.en.ts';
import type { Translated } from '../shared/messages/translated.ts';

/** Spanish wording of exports/. */
export const exports: Translated<typeof english> = {
  print: 'Imprimir',
  open: 'Exportar',
  these: 'Exportar estos',
  title_one: 'Exportar este informe',
  title_other: 'Exportar {{count}} informes',
  noted: 'En el informe y en el registro de cambios queda constancia de que se exportó, cuándo y quién lo hizo.',
  notedTable: 'En el registro de cambios queda constancia de que se exportó, cuándo y quién lo hizo.',
  format: 'En qué formato',
  tooMany: 'Como máximo {{count}} informes a la vez: acote la lista.',
  formats: {
    pdf: 'Documento para leer (PDF)',
    csv: 'Tabla para una hoja de cálculo (CSV)',
    json: 'Datos para otro programa (JSON)',
    bundle: 'Para un juzgado o la policía (ZIP)',
  },
  hints: {
    pdf: 'Con las fotos, el curso de la llamada y una última página que dice cómo se puede comprobar.',
    csv: 'Una fila por informe, sin fotos.',
    json: 'Todo lo que se sabe, con la huella de cada evento.',
    bundle: 'El informe, las fotos, los eventos firmados y las claves, con instrucciones para que cualquiera los compruebe sin este programa.',
  },
  originals: 'Con los originales sellados',
  originalsHint: 'Imágenes de antes de que se cubriera algo en ellas. De cada una se anota que usted la abrió.',
  make: 'Crear el archivo',
  reading: '{{done}} de {{of}} leídos',
  making: 'Se está creando el archivo',
  ready: '{{name}} está listo ({{size}}).',
  save: 'Guardar',
  again: 'Otro archivo',
  finished: 'Listo',
  cancel: 'Cancelar',
  savePdf: 'Guardar como PDF',
  size: { kilobytes: '{{size}} kB', megabytes: '{{size}} MB' },
  printed: '{{site}}, impreso {{time}}',
};
