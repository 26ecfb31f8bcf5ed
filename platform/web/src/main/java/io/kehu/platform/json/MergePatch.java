package io.kehu.platform.json;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Applies JSON Merge Patch documents (RFC 7396).
 */
final class MergePatch {

	private MergePatch() {
	}

	/**
	 * Returns the result of applying the patch to the target; the target may be modified.
	 */
	static JsonNode apply(JsonNode target, JsonNode patch) {
		if (!patch.isObject()) {
			return patch;
		}
		ObjectNode result = (target instanceof ObjectNode object) ? object : JsonNodeFactory.instance.objectNode();
		for (Map.Entry<String, JsonNode> field : patch.properties()) {
			if (field.getValue().isNull()) {
				result.remove(field.getKey());
				continue;
			}
			JsonNode current = result.get(field.getKey());
			JsonNode base = (current != null) ? current : JsonNodeFactory.instance.nullNode();
			result.set(field.getKey(), apply(base, field.getValue()));
		}
		return result;
	}

	/** Returns whether applying the patch to the target would change anything. */
	static boolean changes(@Nullable JsonNode target, JsonNode patch) {
		if (patch.isNull()) {
			return target != null && !target.isNull();
		}
		if (patch.isObject() && target instanceof ObjectNode) {
			return patch.properties()
				.stream()
				.anyMatch((field) -> changes(target.get(field.getKey()), field.getValue()));
		}
		return !patch.equals(target);
	}

}
