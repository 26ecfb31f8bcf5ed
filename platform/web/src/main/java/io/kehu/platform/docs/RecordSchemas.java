package io.kehu.platform.docs;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.Schema;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Describes which members of records can be null, and collects which of them are always
 * written, even if they are null.
 */
final class RecordSchemas implements ModelConverter {

	private final Map<String, Set<String>> written = new ConcurrentHashMap<>();

	/** Returns the members that are always written, by the names of the schemas. */
	Map<String, Set<String>> written() {
		return this.written;
	}

	@Override
	public @Nullable Schema<?> resolve(io.swagger.v3.core.converter.AnnotatedType type, ModelConverterContext context,
			Iterator<ModelConverter> chain) {
		Schema<?> schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
		Class<?> raw = Json.mapper().constructType(type.getType()).getRawClass();
		if (schema != null && raw.isRecord()) {
			String name = (schema.get$ref() != null)
					? schema.get$ref().substring(Components.COMPONENTS_SCHEMAS_REF.length()) : schema.getName();
			Schema<?> model = (schema.get$ref() != null) ? context.getDefinedModels().get(name) : schema;
			if (model != null && model.getProperties() != null) {
				Set<String> always = new LinkedHashSet<>();
				complete(model, raw, always);
				if (name != null) {
					this.written.put(name, always);
				}
			}
		}
		return schema;
	}

	private static void complete(Schema<?> model, Class<?> type, Set<String> always) {
		for (RecordComponent component : type.getRecordComponents()) {
			if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
				complete(model, component.getType(), always);
				continue;
			}
			Schema<?> property = model.getProperties().get(component.getName());
			if (property == null) {
				continue;
			}
			describeEmail(property, component.getAccessor().getAnnotation(Email.class));
			describeBlank(property, component);
			boolean nullable = isNullable(component.getAnnotatedType());
			boolean omitted = nullable && (omitsNull(type.getAnnotation(JsonInclude.class))
					|| omitsNull(component.getAccessor().getAnnotation(JsonInclude.class)));
			Schema<?> elements = (component.getType() == JsonNode.class) ? new Schema<>()
					: nullableElements(property, component.getAnnotatedType());
			Schema<?> described = (nullable && !omitted) ? SchemaNull.addTo(elements) : elements;
			// The members of an unwrapped record are added to others by their names
			described.setName(component.getName());
			model.getProperties().put(component.getName(), described);
			if (!omitted) {
				always.add(component.getName());
			}
		}
	}

	/**
	 * An address that a pattern constrains can have letters or a domain that RFC 5321
	 * does not allow.
	 */
	private static void describeEmail(Schema<?> property, @Nullable Email email) {
		if (email != null && !email.regexp().equals(".*")) {
			property.setFormat(null);
			property.setPattern(email.regexp());
		}
	}

	/** What must not be blank or empty has one character or element at least. */
	private static void describeBlank(Schema<?> property, RecordComponent component) {
		Method accessor = component.getAccessor();
		boolean given = accessor.isAnnotationPresent(NotBlank.class) || accessor.isAnnotationPresent(NotEmpty.class);
		if (given && component.getType() == String.class) {
			property.setMinLength(atLeastOne(property.getMinLength()));
		}
		else if (given && Collection.class.isAssignableFrom(component.getType())) {
			property.setMinItems(atLeastOne(property.getMinItems()));
		}
	}

	private static int atLeastOne(@Nullable Integer least) {
		return (least != null && least > 0) ? least : 1;
	}

	private static Schema<?> nullableElements(Schema<?> property, AnnotatedType type) {
		if (type instanceof AnnotatedParameterizedType generic) {
			AnnotatedType[] arguments = generic.getAnnotatedActualTypeArguments();
			AnnotatedType last = arguments[arguments.length - 1];
			if (isNullable(last) && property.getItems() != null) {
				property.setItems(SchemaNull.addTo(property.getItems()));
			}
			if (isNullable(last) && property.getAdditionalProperties() instanceof Schema<?> value) {
				property.setAdditionalProperties(SchemaNull.addTo(value));
			}
		}
		return property;
	}

	private static boolean isNullable(AnnotatedType type) {
		return type.isAnnotationPresent(Nullable.class);
	}

	private static boolean omitsNull(@Nullable JsonInclude include) {
		return include != null && Objects.equals(include.value(), JsonInclude.Include.NON_NULL);
	}

}
