package io.kehu.platform.docs;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;

/**
 * Anchors patterns: a constraint of Java applies to the whole text, a pattern of JSON
 * Schema to any part of it.
 */
final class WholePatterns {

	private WholePatterns() {
	}

	static void anchor(OpenAPI api) {
		Stream<Schema<?>> inParameters = api.getPaths()
			.values()
			.stream()
			.map(PathItem::readOperations)
			.flatMap(List::stream)
			.map(Operation::getParameters)
			.filter(Objects::nonNull)
			.flatMap(List::stream)
			.map(Parameter::getSchema)
			.filter(Objects::nonNull)
			.map((schema) -> (Schema<?>) schema);
		Stream<Schema<?>> named = api.getComponents()
			.getSchemas()
			.values()
			.stream()
			.map((schema) -> (Schema<?>) schema);
		Stream.concat(inParameters, named).forEach(WholePatterns::anchor);
	}

	private static void anchor(Schema<?> schema) {
		String pattern = schema.getPattern();
		if (pattern != null && !pattern.startsWith("^")) {
			schema.setPattern("^(?:%s)$".formatted(PortablePatterns.of(pattern)));
		}
		SchemaUse.parts(schema).forEach(WholePatterns::anchor);
	}

}
