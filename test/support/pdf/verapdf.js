/*
 * Validates PDFs with veraPDF: verapdf.js FLAVOUR FILE…. It is run by Rhino, the JavaScript engine in the jar of
 * veraPDF, and prints a line of JSON for each file: { file, failed: { '7.2 t43': [count, message, place] } }.
 *
 * veraPDF reads its profiles with JAXB, which newer versions of Java do not have. Here, they are read as XML.
 */
// biome-ignore lint/complexity/noArguments: so Rhino calls what follows the name of the script
const args = Array.prototype.slice.call(arguments);
const flavour = args[0];
const vera = Packages.org.verapdf;
const profiles = vera.pdfa.validation.profiles.Profiles;
const flavours = vera.pdfa.flavours.PDFAFlavour;
const specifications = java.lang.Class.forName(
  'org.verapdf.pdfa.flavours.PDFAFlavour$Specification',
);

function elementsIn(parent, name) {
  const list = parent.getElementsByTagName(name);
  const elements = [];
  for (let i = 0; i < list.getLength(); i++) elements.push(list.item(i));
  return elements;
}

function textIn(parent, name) {
  const found = elementsIn(parent, name)[0];
  return found ? found.getTextContent() : '';
}

function readRule(element) {
  const id = elementsIn(element, 'id')[0];
  const ruleId = profiles.ruleIdFromValues(
    java.lang.Enum.valueOf(specifications, id.getAttribute('specification')),
    id.getAttribute('clause'),
    java.lang.Integer.parseInt(id.getAttribute('testNumber')),
  );
  const none = new java.util.ArrayList();
  return profiles.ruleFromValues(
    ruleId,
    element.getAttribute('object'),
    String(element.getAttribute('deferred')) === 'true' ? java.lang.Boolean.TRUE : null,
    element.getAttribute('tags'),
    textIn(element, 'description'),
    textIn(element, 'test'),
    profiles.errorFromValues(textIn(element, 'message'), none),
    none,
  );
}

function readVariable(element) {
  return profiles.variableFromValues(
    element.getAttribute('name'),
    element.getAttribute('object'),
    textIn(element, 'defaultValue'),
    textIn(element, 'value'),
  );
}

function readProfile() {
  const names = { PDFUA_2: 'PDFUA-2-ISO32005', WTPDF_1_0_ACCESSIBILITY: 'WTPDF-1-0-Accessibility' };
  const name = `org/verapdf/pdfa/validation/${names[flavour] || flavour.replace(/_/g, '-')}.xml`;
  const input = specifications.getClassLoader().getResourceAsStream(name);
  const builder = javax.xml.parsers.DocumentBuilderFactory.newInstance().newDocumentBuilder();
  const xml = builder.parse(input);
  const rules = new java.util.HashSet();
  const variables = new java.util.HashSet();
  elementsIn(xml, 'rule').forEach((rule) => {
    rules.add(readRule(rule));
  });
  elementsIn(xml, 'variable').forEach((variable) => {
    variables.add(readVariable(variable));
  });
  const details = profiles.profileDetailsFromValues('', '', '', new java.util.Date(0));
  return profiles.profileFromValues(flavours.valueOf(flavour), details, '', rules, variables);
}

function validate(profile, file) {
  const parser = vera.pdfa.Foundries.defaultInstance().createParser(
    new java.io.File(file),
    flavours.valueOf(flavour),
  );
  const validators = vera.pdfa.validation.validators.ValidatorFactory;
  const result = validators.createValidator(profile, 100, false, true, false).validate(parser);
  parser.close();
  const failed = {};
  result.getFailedChecks().forEach((id, count) => {
    failed[nameOf(id)] = [Number(count), '', ''];
  });
  result.getTestAssertions().forEach((assertion) => {
    const found = failed[nameOf(assertion.getRuleId())];
    if (found && found[1] === '') {
      found[1] = String(assertion.getMessage());
      found[2] = String(assertion.getLocation().getContext());
    }
  });
  return failed;
}

function nameOf(id) {
  return `${id.getClause()} t${id.getTestNumber()}`;
}

java.util.logging.LogManager.getLogManager().reset();
vera.gf.foundry.VeraGreenfieldFoundryProvider.initialise();
const profile = readProfile();
args.slice(1).forEach((file) => {
  let failed;
  try {
    failed = validate(profile, file);
  } catch (error) {
    // A table whose cells overlap, for one, is too much for it.
    failed = { unread: [1, `veraPDF ended: ${error}`, ''] };
  }
  print(JSON.stringify({ file, failed }));
});
