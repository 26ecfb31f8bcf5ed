package io.kehu.platform.docs;

import java.util.LinkedHashMap;
import java.util.Map;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;

/**
 * Describes the bodies of merge patches (RFC 7396): the members of what they change, none
 * of them required, each of which null removes.
 */
@SuppressWarnings("rawtypes")
final class MergePatches {

	private static final String TYPE = "application/merge-patch+json";

	private final Map<String, Schema> schemas;

	private MergePatches(Map<String, Schema> schemas) {
		this.schemas = schemas;
	}

	static void describe(OpenAPI api) {
		MergePatches patches = new MergePatches(api.getComponents().getSchemas());
		api.getPaths().values().forEach((path) -> path.readOperations().forEach((operation) -> {
			MediaType patch = (operation.getRequestBody() != null) ? operation.getRequestBody().getContent().get(TYPE)
					: null;
			if (patch != null && patch.getSchema().get$ref() != null) {
				patch.setSchema(patches.patch(patch.getSchema()));
			}
		}));
	}

	/** Returns the patch of an object; other values can only be replaced. */
	private Schema<?> patch(Schema<?> schema) {
		if (schema.get$ref() == null) {
			return schema;
		}
		String name = schema.get$ref().substring(Components.COMPONENTS_SCHEMAS_REF.length());
		Schema<?> whole = this.schemas.get(name);
		if (name.endsWith("Patch") || whole == null || whole.getProperties() == null) {
			return schema;
		}
		String patch = name + "Patch";
		if (!this.schemas.containsKey(patch)) {
			Map<String, Schema> members = new LinkedHashMap<>();
			Schema<?> described = new ObjectSchema().description("The members of %s to change".formatted(name));
			this.schemas.put(patch, described);
			whole.getProperties().forEach((member, value) -> members.put(member, member(value)));
			described.setProperties(members);
		}
		return new Schema<>().$ref(patch);
	}

	private Schema<?> member(Schema<?> value) {
		boolean nullable = value.getAnyOf() != null;
		return SchemaNull.either(patch(nullable ? value.getAnyOf().get(0) : value));
	}

}
