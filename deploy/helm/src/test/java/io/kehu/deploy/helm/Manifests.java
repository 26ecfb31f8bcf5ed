package io.kehu.deploy.helm;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Finds what tests look at in manifests.
 */
final class Manifests {

	private Manifests() {
	}

	static List<Map<String, Object>> kind(String rendered, String kind) {
		return Chart.manifests(rendered).stream().filter((manifest) -> kind.equals(manifest.get("kind"))).toList();
	}

	static Collection<String> names(List<Map<String, Object>> manifests) {
		Collection<String> names = new TreeSet<>();
		manifests.forEach((manifest) -> names.add((String) at(manifest, "metadata", "name")));
		return names;
	}

	static Object at(Map<String, Object> map, String... path) {
		Object value = map;
		for (String key : path) {
			value = map(value).get(key);
		}
		return value;
	}

	@SuppressWarnings("unchecked")
	static Map<String, Object> map(Object value) {
		return (Map<String, Object>) value;
	}

	@SuppressWarnings("unchecked")
	static List<Map<String, Object>> list(Object value) {
		return (List<Map<String, Object>>) value;
	}

}
