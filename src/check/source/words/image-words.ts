/** Words that say that there is an image, and not what it shows. */
export const imageWords: ReadonlySet<string> = new Set(
  `alt|alt text|alternative text|animation|banner|chart|chart image|clip|clipart|clip art|cover image|
  diagram|drawing|figure|fig|foto|gif|graph|graphic|graphics|icon|illustration|image|image here|img|
  infographic|jpeg|jpg|logo|logo image|media|movie|no alt|no alt text|null|n/a|none|photo|photograph|pic|
  picture|placeholder|plot|png|screen capture|screen grab|screencast|screenshot|screen shot|slide|spacer|
  svg|tbd|temp|test|text|thumbnail|todo|undefined|untitled|video|audio|sound|your image here|
  description|caption|
  abb|abbildung|alternativtext|aufnahme|beschreibung|bild|bildschirmfoto|bildbeschreibung|diagramm|
  fotografie|grafik|graphik|logo|ohne titel|platzhalter|schaubild|skizze|symbol|symbolbild|unbenannt|
  zeichnung|
  capture|capture d'écran|capture d’écran|copie d'écran|dessin|diagramme|figure|graphique|icône|
  illustration|image|photographie|sans titre|schéma|texte alternatif|vignette|
  captura|captura de pantalla|diagrama|dibujo|esquema|figura|fotografía|gráfica|gráfico|icono|ilustración|
  imagen|logotipo|pantallazo|sin título|texto alternativo|
  diagramma|disegno|fotografia|grafico|icona|illustrazione|immagine|schema|schermata|senza titolo|
  testo alternativo|
  captura de ecrã|captura de tela|desenho|ícone|ilustração|imagem|print|sem título|
  afbeelding|figuur|grafiek|pictogram|plaatje|schermafbeelding|schermafdruk|tekening|zonder titel|
  bild|figur|skärmbild|skärmdump|billede|skærmbillede|bilde|skjermbilde|tegning|
  kuva|kuvakaappaus|obraz|obrazek|rysunek|wykres|zdjęcie|zrzut ekranu|obrázek|snímek obrazovky|
  изображение|картинка|рисунок|фото|фотография|снимок экрана|скриншот|
  εικόνα|φωτογραφία|resim|görsel|fotoğraf|ekran görüntüsü|
  画像|写真|図|図表|グラフ|スクリーンショット|图片|圖片|照片|图|圖|图像|圖像|截图|截圖|
  이미지|사진|그림|스크린샷`
    .split('|')
    .map((word) => word.replace(/\s+/g, ' ').trim()),
);

/** Words around these: “the image”, “picture of”, “Bild von”. */
export const imageArticles: RegExp =
  /^(?:(?:the|an?|this|my|our|some|das|ein|eine|dieses|le|la|les|l['’]|un|une|el|los|unos?|una|il|lo|o|a|um|uma|de|het|een|ett?|en)\s+|l['’])+/u;
export const imagePrepositions: RegExp =
  /\s+(?:of|from|showing|about|for|here|von|vom|der|des|de|du|del|della|di|do|da|van|av|af)$/u;
