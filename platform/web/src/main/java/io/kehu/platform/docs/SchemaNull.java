package io.kehu.platform.docs;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.swagger.v3.oas.models.media.Schema;

/**
 * Adds null to what a schema allows.
 */
final class SchemaNull {

	private static final String NULL = "null";

	private SchemaNull() {
	}

	/**
	 * Returns a schema that allows null and what the given one allows, which is the given
	 * one where that is possible.
	 */
	static Schema<?> addTo(Schema<?> schema) {
		if (allowed(schema)) {
			return schema;
		}
		if (schema.get$ref() != null || schema.getEnum() != null) {
			return either(schema);
		}
		if (schema.getTypes() == null) {
			schema.setTypes(types(schema.getType()));
		}
		schema.addType(NULL);
		return schema;
	}

	/**
	 * Returns a schema that allows null and what the given one allows, which is kept. It
	 * has the same name, by which members of an unwrapped record become those of another.
	 */
	static Schema<?> either(Schema<?> schema) {
		if (allowed(schema)) {
			return schema;
		}
		Schema<?> either = new Schema<>().addAnyOfItem(schema).addAnyOfItem(new Schema<>().types(types(NULL)));
		either.setName(schema.getName());
		return either;
	}

	/** Returns whether null is allowed already, as where there are no conditions. */
	private static boolean allowed(Schema<?> schema) {
		if (schema.getAnyOf() != null) {
			return schema.getAnyOf().stream().anyMatch(SchemaNull::allowed);
		}
		boolean typed = schema.getType() != null || schema.getTypes() != null;
		return (schema.getTypes() != null) ? schema.getTypes().contains(NULL)
				: !typed && schema.get$ref() == null && schema.getEnum() == null && schema.getOneOf() == null;
	}

	private static Set<String> types(String type) {
		return new LinkedHashSet<>(List.of(type));
	}

}
