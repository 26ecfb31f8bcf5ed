package io.kehu.platform.record;

import java.util.Objects;
import java.util.stream.Stream;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import org.springdoc.core.customizers.OpenApiCustomizer;

/**
 * Describes the member with which a single record answers the records that it refers to.
 */
final class IncludedRecords implements OpenApiCustomizer {

	/** The member of the answer. */
	static final String MEMBER = "included";

	@Override
	public void customise(OpenAPI api) {
		api.getPaths()
			.values()
			.stream()
			.map(PathItem::getGet)
			.filter(Objects::nonNull)
			.flatMap(IncludedRecords::answered)
			.map((name) -> api.getComponents().getSchemas().get(name))
			.forEach((schema) -> schema.addProperty(MEMBER, records()));
	}

	private static Schema<?> records() {
		Schema<?> records = new ObjectSchema().description("The records that were requested with `include`");
		records.setAdditionalProperties(new ArraySchema().items(new Schema<>()));
		return records;
	}

	/** Returns the name of the schema that an operation answers with the member. */
	private static Stream<String> answered(Operation operation) {
		boolean includes = operation.getParameters() != null && operation.getParameters()
			.stream()
			.anyMatch((parameter) -> RecordController.INCLUDE.equals(parameter.getDescription()));
		if (!includes) {
			return Stream.empty();
		}
		return Objects.requireNonNull(operation.getResponses().get("200"))
			.getContent()
			.values()
			.stream()
			.map((content) -> content.getSchema().get$ref())
			.filter(Objects::nonNull)
			.map((reference) -> reference.substring(Components.COMPONENTS_SCHEMAS_REF.length()));
	}

}
