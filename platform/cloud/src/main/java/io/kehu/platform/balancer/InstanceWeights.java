package io.kehu.platform.balancer;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.cloud.client.ServiceInstance;

/**
 * Reads the weight out of an instance's metadata; what cannot be read counts as 1 and is
 * told once.
 */
final class InstanceWeights {

	static final String METADATA_KEY = "weight";

	static final int LARGEST = 1_000_000;

	private static final Logger logger = LoggerFactory.getLogger(InstanceWeights.class);

	private static final int REMEMBERED_WARNINGS = 1_000;

	private final Set<String> warned = ConcurrentHashMap.newKeySet();

	int of(ServiceInstance instance) {
		Map<String, String> metadata = instance.getMetadata();
		String text = (metadata != null) ? metadata.get(METADATA_KEY) : null;
		if (text == null || text.isBlank()) {
			return 1;
		}
		Integer weight = parse(text.strip());
		if (weight == null) {
			warnOnce(instance, text);
			return 1;
		}
		return weight;
	}

	private static @Nullable Integer parse(String text) {
		try {
			int weight = Integer.parseInt(text);
			return (weight >= 0 && weight <= LARGEST) ? weight : null;
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

	private void warnOnce(ServiceInstance instance, String text) {
		String subject = instance.getServiceId() + " at " + instance.getHost() + ":" + instance.getPort();
		if (this.warned.size() < REMEMBERED_WARNINGS && this.warned.add(subject + " " + text)) {
			logger.warn("The weight '{}' of {} is not a number from 0 to {}; it counts as 1", text, subject, LARGEST);
		}
	}

}
