package io.kehu.platform.balancer;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.cloud.client.ServiceInstance;

/**
 * An instance of a service as the balancer sees it.
 *
 * @param zone the zone that it announces in its metadata
 * @param track the track that it announces, such as {@code canary}
 * @param announcedWeight the weight that it announces
 * @param setWeight the weight that counts instead, if one has been set
 * @param share its current share in relation to those of the others
 * @param ejectedUntil until when it is ejected
 */
public record InstanceState(String id, String address, @Nullable String zone, @Nullable String track,
		int announcedWeight, @Nullable Integer setWeight, int share, @Nullable Instant ejectedUntil) {

	static InstanceState of(Rotation.Member<ServiceInstance> member, int announced, @Nullable Integer set,
			@Nullable Instant ejectedUntil) {
		ServiceInstance instance = member.value();
		return new InstanceState(idOf(instance), instance.getHost() + ":" + instance.getPort(), zoneOf(instance),
				trackOf(instance), announced, set, member.weight(), ejectedUntil);
	}

	/** Returns the id of an instance, or its address if it has none. */
	static String idOf(ServiceInstance instance) {
		String id = instance.getInstanceId();
		return (id != null) ? id : instance.getHost() + ":" + instance.getPort();
	}

	static @Nullable String zoneOf(ServiceInstance instance) {
		return metadata(instance, "zone");
	}

	static @Nullable String trackOf(ServiceInstance instance) {
		return metadata(instance, "track");
	}

	private static @Nullable String metadata(ServiceInstance instance, String name) {
		Map<String, String> metadata = instance.getMetadata();
		String value = (metadata != null) ? metadata.get(name) : null;
		return (value == null || value.isBlank()) ? null : value.strip();
	}

}
