package io.kehu.platform.link;

import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

/**
 * Recognises the services of the system by their public keys.
 */
public final class LinkPeers {

	/**
	 * The header of requests that are forwarded, where {@code Authorization} is the
	 * caller's.
	 */
	public static final String HEADER = "Kehu-Link";

	private static final Duration SKEW = Duration.ofSeconds(30);

	private static final Duration LONGEST_LIFE = Duration.ofMinutes(2);

	private static final int MOST = 1_000;

	private final Map<String, List<PublicKey>> keys = new HashMap<>();

	private final Clock clock;

	/** What has been verified, since verifying costs more than the request it permits. */
	private final Cache<String, String> verified = Caffeine.newBuilder()
		.maximumSize(MOST)
		.expireAfterWrite(LONGEST_LIFE)
		.build();

	/**
	 * Creates an instance.
	 * @param peers the public keys as {@code name=key}
	 * @param clock the time
	 */
	public LinkPeers(List<String> peers, Clock clock) {
		this.clock = clock;
		for (String peer : peers) {
			int separator = peer.indexOf('=');
			if (separator < 1) {
				throw new IllegalStateException("kehu.link.peers must have the form name=key,name=key");
			}
			String service = peer.substring(0, separator).strip();
			this.keys.computeIfAbsent(service, (name) -> new ArrayList<>())
				.add(LinkKeys.publicKey(service, peer.substring(separator + 1)));
		}
	}

	/**
	 * Returns the service that has sent a request.
	 * @param authorization the header {@code Authorization} of the request, or
	 * {@link #HEADER}
	 * @param audience the name of the service that has received it
	 * @return the name of the sender, or empty if it is not proven
	 */
	public Optional<String> sender(@Nullable String authorization, String audience) {
		if (authorization == null || !authorization.regionMatches(true, 0, LinkIdentity.SCHEME + " ", 0,
				LinkIdentity.SCHEME.length() + 1)) {
			return Optional.empty();
		}
		String[] parts = authorization.substring(LinkIdentity.SCHEME.length() + 1).strip().split("\\.", -1);
		if (parts.length != 3 || !parts[1].matches("[0-9]{1,12}") || !isCurrent(Long.parseLong(parts[1]))) {
			return Optional.empty();
		}
		String text = proofText(parts[0], audience, Long.parseLong(parts[1]));
		return verifies(parts[0], text, parts[2]) ? Optional.of(parts[0]) : Optional.empty();
	}

	private boolean isCurrent(long expiry) {
		long now = this.clock.instant().getEpochSecond();
		return now <= expiry + SKEW.toSeconds() && expiry <= now + LONGEST_LIFE.toSeconds();
	}

	/** Whether an instance in the registry has been entered by the service itself. */
	boolean isGenuine(String service, String instanceId, String host, int port, @Nullable String signature) {
		return signature != null && verifies(service, instanceText(service, instanceId, host, port), signature);
	}

	private boolean verifies(String service, String text, String signature) {
		if (text.equals(this.verified.getIfPresent(signature))) {
			return true;
		}
		boolean verifies = this.keys.getOrDefault(service.toLowerCase(Locale.ROOT), List.of())
			.stream()
			.anyMatch((key) -> LinkKeys.verifies(key, text, signature));
		if (verifies) {
			this.verified.put(signature, text);
		}
		return verifies;
	}

	static String proofText(String service, String audience, long expiry) {
		return String.join("\n", "request", service, audience, Long.toString(expiry));
	}

	static String instanceText(String service, String instanceId, String host, int port) {
		return String.join("\n", "instance", service, instanceId, host, Integer.toString(port));
	}

}
