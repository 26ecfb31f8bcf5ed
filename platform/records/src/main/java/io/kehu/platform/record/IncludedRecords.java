package io.kehu.platform.record;

import java.util.Iterator;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Describes the member with which a single record answers the records that it refers to.
 */
final class IncludedRecords implements ModelConverter {

	/** The member of the answer. */
	static final String MEMBER = "included";

	@Override
	public @Nullable Schema<?> resolve(AnnotatedType type, ModelConverterContext context,
			Iterator<ModelConverter> chain) {
		Schema<?> schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
		Class<?> raw = Json.mapper().constructType(type.getType()).getRawClass();
		if (schema != null && raw.isRecord() && RecordView.class.isAssignableFrom(raw)) {
			Schema<?> model = (schema.get$ref() != null) ? context.getDefinedModels()
				.get(schema.get$ref().substring(Components.COMPONENTS_SCHEMAS_REF.length())) : schema;
			if (model != null && model.getProperties() != null) {
				model.addProperty(MEMBER, records());
			}
		}
		return schema;
	}

	private static Schema<?> records() {
		Schema<?> records = new ObjectSchema().description("The records that were requested with `include`");
		records.setAdditionalProperties(new ArraySchema().items(new Schema<>()));
		return records;
	}

}
