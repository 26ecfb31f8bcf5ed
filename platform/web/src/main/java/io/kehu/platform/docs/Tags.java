package io.kehu.platform.docs;

import java.util.Map;
import java.util.TreeMap;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.tags.Tag;

/**
 * Lists the groups of operations with the paths that they have in common.
 */
final class Tags {

	private Tags() {
	}

	static void describe(OpenAPI api) {
		Map<String, String> paths = new TreeMap<>();
		api.getPaths()
			.forEach((path, item) -> item.readOperations()
				.forEach((operation) -> operation.getTags()
					.forEach((tag) -> paths.merge(tag, path.replaceFirst("/\\{.*", ""), Tags::common))));
		api.setTags(paths.entrySet()
			.stream()
			.map((entry) -> new Tag().name(entry.getKey()).description("Paths below `%s`".formatted(entry.getValue())))
			.toList());
	}

	private static String common(String one, String other) {
		String common = one;
		while (!(other + "/").startsWith(common + "/")) {
			common = common.substring(0, common.lastIndexOf('/'));
		}
		return common;
	}

}
