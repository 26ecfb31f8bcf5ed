package io.kehu.migration.definition;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.kehu.platform.problem.FieldError;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Finds the fields that a JSON document lacks to become a record: all except primitive
 * and nullable ones, as the API description says.
 */
final class RequiredFields {

	private RequiredFields() {
	}

	/**
	 * Returns an error for each missing field, at any depth.
	 * @param node the document
	 * @param type the type that it is to become
	 * @param pointer the place of the document in the body
	 */
	static List<FieldError> missing(JsonNode node, Type type, String pointer) {
		List<FieldError> errors = new ArrayList<>();
		add(node, type, pointer, errors);
		return errors;
	}

	private static void add(JsonNode node, Type type, String pointer, List<FieldError> errors) {
		if (type instanceof ParameterizedType generic) {
			for (int i = 0; node.isArray() && generic.getRawType() == List.class && i < node.size(); i++) {
				add(node.get(i), generic.getActualTypeArguments()[0], pointer + "/" + i, errors);
			}
			return;
		}
		Class<?> plain = kind(node, (Class<?>) type);
		for (RecordComponent field : (plain.isRecord() && node.isObject()) ? plain.getRecordComponents()
				: new RecordComponent[0]) {
			String place = pointer + "/" + field.getName();
			JsonNode value = node.path(field.getName());
			boolean optional = field.getType().isPrimitive()
					|| field.getAnnotatedType().isAnnotationPresent(Nullable.class);
			if (!value.isMissingNode() && !value.isNull()) {
				add(value, field.getGenericType(), place, errors);
			}
			else if (!optional) {
				errors.add(FieldError.at(place, "required", "is required"));
			}
		}
	}

	/**
	 * Returns the record that a property of the document selects, if there are several.
	 */
	private static Class<?> kind(JsonNode node, Class<?> type) {
		JsonTypeInfo info = type.getAnnotation(JsonTypeInfo.class);
		JsonSubTypes kinds = type.getAnnotation(JsonSubTypes.class);
		if (info == null || kinds == null) {
			return type;
		}
		String name = node.path(info.property()).asString("");
		return Arrays.stream(kinds.value())
			.filter((kind) -> kind.name().equals(name))
			.<Class<?>>map(JsonSubTypes.Type::value)
			.findFirst()
			.orElse(type);
	}

}
