package io.kehu.migration.docs;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.NumberSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import org.jspecify.annotations.Nullable;

/**
 * Describes polymorphic types: records that a property distinguishes.
 */
final class KindSchemas {

	private final Map<String, Schema<?>> schemas = new LinkedHashMap<>();

	private KindSchemas() {
	}

	/** Returns the schemas of a type and of all types that it refers to, by name. */
	static Map<String, Schema<?>> of(Class<?> type) {
		KindSchemas schemas = new KindSchemas();
		schemas.add(type);
		return schemas.schemas;
	}

	private Schema<?> add(Class<?> type) {
		if (!this.schemas.containsKey(type.getSimpleName())) {
			Schema<?> schema = new ObjectSchema();
			this.schemas.put(type.getSimpleName(), schema);
			String property = type.getAnnotation(JsonTypeInfo.class).property();
			for (JsonSubTypes.Type kind : type.getAnnotation(JsonSubTypes.class).value()) {
				ObjectSchema of = record(kind.value());
				of.addProperty(property, new StringSchema().addEnumItem(kind.name()));
				of.addRequiredItem(property);
				schema.addOneOfItem(of);
			}
		}
		return new Schema<>().$ref("#/components/schemas/" + type.getSimpleName());
	}

	private ObjectSchema record(Class<?> type) {
		ObjectSchema schema = new ObjectSchema();
		for (RecordComponent component : type.getRecordComponents()) {
			schema.addProperty(component.getName(), of(component.getGenericType()));
			if (!component.getType().isPrimitive()
					&& !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
				schema.addRequiredItem(component.getName());
			}
		}
		return schema;
	}

	private Schema<?> of(Type type) {
		if (type instanceof ParameterizedType generic) {
			Schema<?> inner = of(generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1]);
			return (generic.getRawType() == List.class) ? new ArraySchema().items(inner)
					: new ObjectSchema().additionalProperties(inner);
		}
		Class<?> plain = (Class<?>) type;
		if (plain.isAnnotationPresent(JsonTypeInfo.class)) {
			return add(plain);
		}
		if (plain.isRecord()) {
			return record(plain);
		}
		if (plain.isEnum()) {
			StringSchema names = new StringSchema();
			Arrays.stream(plain.getEnumConstants()).forEach((constant) -> names.addEnumItem(constant.toString()));
			return names;
		}
		if (plain == boolean.class) {
			return new BooleanSchema();
		}
		if (plain == int.class || plain == long.class) {
			return new IntegerSchema();
		}
		return (plain == double.class) ? new NumberSchema() : new StringSchema();
	}

}
