import type { training as english } from './messages.en.ts';
import type { Translated } from '../shared/messages/translated.ts';

/** Spanish wording of training/. */
export const training: Translated<typeof english> = {
  title: 'Formación',
  cueSet: {
    separator: 'El separador del reloj',
    mark: 'La marca delante del nombre del puesto',
    rule: 'La línea bajo la fecha',
  },
  picture: { station: 'Mostrador 2' },
  state: {
    heard: 'Operativo: alguien ante una pantalla vería su llamada',
    unattended: 'Operativo, pero hace rato que no hay nadie ante las otras pantallas',
    nobody: 'Operativo, pero no hay ningún otro puesto conectado: nadie recibiría su llamada',
    unarmed: 'No operativo: una llamada no saldría',
    due: 'Trabaja en solitario y se le pide que confirme que todo va bien',
    out: 'Su llamada ha salido',
    unheard: 'Su llamada ha salido, pero nadie la ha recibido: use otra vía',
    coming: 'Viene alguien',
  },
  beforeCall: 'Antes de una llamada',
  duringCall: 'Mientras su llamada está abierta',
  cuesTitle: 'Lo que le dice la pantalla',
  cuesIntro: 'Cambia una pequeña forma. Solo puede leerla quien lo sabe. Este mostrador usa: {{set}}.',
  how: {
    title: 'Cómo funciona',
    trigger: 'Pedir ayuda',
    triggerText: 'Haga lo que se eligió para este mostrador: pulse el pedal, el botón o la tecla, manténgalos pulsados o púlselos dos veces; o toque dos veces la marca delante del nombre del puesto. No suena nada ni se mueve nada. Una segunda llamada poco después significa: estoy en peligro.',
    coming: 'Saber que viene ayuda',
    comingText: 'Mire la forma. Cambia cuando su llamada ha salido, y otra vez cuando alguien ha dicho «Voy». Si dice que nadie la ha recibido, telefonee a alguien o márchese.',
    alone: 'Cuando trabaja en solitario',
    aloneText: 'Toque «Mostrador individual» en la parte inferior del tablón. De vez en cuando la forma pregunta si está bien: responda con la tecla o el pedal elegidos para ello, o toque «Todo en orden». Ambos cuentan también antes de que se le pregunte. Si no llega respuesta, se llama a sus compañeros como dice el plan de la sede. Toque otra vez «Mostrador individual» cuando ya no trabaje en solitario.',
    notes: 'Dejarse guiar',
    notesText: 'A los pocos segundos las notas de servicio se abren solas por la página adecuada. Una tecla o un pedal pueden abrirlas al momento. Marque lo que va haciendo. «Más» o la tecla i muestra lo que una línea significa de verdad; desaparece solo.',
    blank: 'Ocultar todo lo reservado',
    blankText: 'La tecla Escape vuelve al instante al tablón sencillo desde cualquier lugar. También se puede elegir para ello una tecla o un pedal.',
    close: 'Terminar una llamada',
    closeText: 'La cierra alguien en otro puesto, o usted con su PIN. Si le obligan a cerrarla, escriba su código de coacción en lugar del PIN: esta pantalla se ve igual, y a los demás se les avisa de que usted está en peligro. Después el informe espera a medio rellenar en Informes.',
    practise: 'Practique la pulsación una vez al mes',
    practiseText: 'Avise primero a sus compañeros y luego pulse. Ellos la cierran como simulacro.',
  },
};
