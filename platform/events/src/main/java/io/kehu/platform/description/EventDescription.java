package io.kehu.platform.description;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.core.io.ClassPathResource;

/**
 * The AsyncAPI document of a service in one piece: schemas that are files become
 * components.
 */
final class EventDescription {

	private static final String FOLDER = "events/";

	private static final String DOCUMENT = "asyncapi.yaml";

	private static final String REFERENCE = "$ref";

	private static final String SUFFIX = ".schema.json";

	private static final String COMPONENTS = "#/components/schemas/";

	private final JsonMapper json = JsonMapper.shared();

	private final ObjectNode document;

	private final ObjectNode schemas;

	private EventDescription(ObjectNode document) {
		this.document = document;
		this.schemas = document.withObject("/components/schemas");
	}

	/** Returns the document of this service as JSON. */
	static String text() {
		try (InputStream yaml = file(DOCUMENT)) {
			Object content = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
			return of(JsonMapper.shared().valueToTree(content)).toString();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static JsonNode of(ObjectNode document) {
		EventDescription description = new EventDescription(document);
		description.include(document.deepCopy());
		description.pointToComponents(document, "#");
		return description.document;
	}

	/** Adds the files that a document refers to, and those that they refer to. */
	private void include(JsonNode part) {
		String file = part.path(REFERENCE).asString("");
		if (file.endsWith(SUFFIX) && !this.schemas.has(nameOf(file))) {
			JsonNode schema = read(file);
			this.schemas.set(nameOf(file), schema);
			include(schema.deepCopy());
			pointToComponents(schema, COMPONENTS + nameOf(file));
		}
		part.forEach(this::include);
	}

	private void pointToComponents(JsonNode part, String root) {
		String reference = part.path(REFERENCE).asString("");
		if (part instanceof ObjectNode object && reference.endsWith(SUFFIX)) {
			object.put(REFERENCE, COMPONENTS + nameOf(reference));
		}
		else if (part instanceof ObjectNode object && reference.startsWith("#/") && !reference.startsWith(COMPONENTS)) {
			object.put(REFERENCE, root + reference.substring(1));
		}
		part.forEach((child) -> pointToComponents(child, root));
	}

	private JsonNode read(String file) {
		try (InputStream content = file(file)) {
			return this.json.readTree(content);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String nameOf(String file) {
		return file.replaceFirst("^\\./", "").replace(SUFFIX, "");
	}

	private static InputStream file(String name) throws IOException {
		return new ClassPathResource(FOLDER + name.replaceFirst("^\\./", "")).getInputStream();
	}

}
