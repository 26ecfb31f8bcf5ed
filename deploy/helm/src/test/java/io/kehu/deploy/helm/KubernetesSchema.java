package io.kehu.deploy.helm;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.google.gson.Gson;
import com.google.gson.JsonElement;

/**
 * Checks manifests against the schema of the Kubernetes API, which refuses unknown
 * fields. Kinds that operators bring are not part of it.
 */
final class KubernetesSchema {

	private static final Map<String, String> VERSIONS = Map.of("v1", "V1", "apps/v1", "V1", "batch/v1", "V1",
			"policy/v1", "V1", "networking.k8s.io/v1", "V1", "autoscaling/v2", "V2");

	private static final Set<String> OTHERS = Set.of("gateway.networking.k8s.io/v1 HTTPRoute",
			"monitoring.coreos.com/v1 ServiceMonitor", "monitoring.coreos.com/v1 PrometheusRule",
			"keda.sh/v1alpha1 ScaledObject", "keda.sh/v1alpha1 TriggerAuthentication");

	private static final Gson GSON = new Gson();

	private KubernetesSchema() {
	}

	/**
	 * Checks a manifest.
	 * @throws IllegalArgumentException if a field is unknown, missing or of another type
	 */
	static void check(Map<String, Object> manifest) {
		String version = (String) manifest.get("apiVersion");
		String kind = (String) manifest.get("kind");
		if (OTHERS.contains(version + " " + kind)) {
			return;
		}
		String prefix = VERSIONS.get(version);
		if (prefix == null) {
			throw new IllegalArgumentException("Unknown API %s of a %s".formatted(version, kind));
		}
		try {
			Class.forName("io.kubernetes.client.openapi.models." + prefix + kind)
				.getMethod("validateJsonElement", JsonElement.class)
				.invoke(null, GSON.toJsonTree(withoutNulls(manifest)));
		}
		catch (InvocationTargetException ex) {
			throw new IllegalArgumentException(
					"%s %s: %s".formatted(kind, manifest.get("metadata"), ex.getCause().getMessage()), ex.getCause());
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalArgumentException("Unknown kind %s of %s".formatted(kind, version), ex);
		}
	}

	private static Object withoutNulls(Object value) {
		if (value instanceof Map<?, ?> map) {
			if (map.containsValue(null)) {
				throw new IllegalArgumentException("An empty field in " + map);
			}
			map.values().forEach(KubernetesSchema::withoutNulls);
		}
		else if (value instanceof List<?> list) {
			list.forEach(KubernetesSchema::withoutNulls);
		}
		return value;
	}

}
