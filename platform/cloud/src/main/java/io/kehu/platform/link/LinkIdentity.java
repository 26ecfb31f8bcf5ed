package io.kehu.platform.link;

import java.security.PrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Proves to other processes that this one belongs to a service.
 */
public final class LinkIdentity {

	/** The authentication scheme of requests between processes. */
	static final String SCHEME = "Kehu-Link";

	private static final Duration LIFETIME = Duration.ofSeconds(60);

	private static final Duration RENEWAL = Duration.ofSeconds(30);

	private final String service;

	private final PrivateKey key;

	private final Clock clock;

	private final Map<String, Proof> proofs = new ConcurrentHashMap<>();

	/**
	 * Creates an identity.
	 * @param service the service's name
	 * @param key its private key: PKCS #8 in Base64
	 * @param clock the time
	 */
	public LinkIdentity(String service, String key, Clock clock) {
		this.service = service;
		this.key = LinkKeys.privateKey(key);
		this.clock = clock;
	}

	/**
	 * Returns a value for the header {@code Authorization} of a request to another
	 * service, which only that service accepts, within a minute.
	 * @param audience the name of the service to which the request is sent
	 */
	public String authorization(String audience) {
		Instant now = this.clock.instant();
		Proof known = this.proofs.get(audience);
		if (known == null || now.isAfter(known.renewAt())) {
			long expiry = now.plus(LIFETIME).getEpochSecond();
			String text = LinkPeers.proofText(this.service, audience, expiry);
			known = new Proof(SCHEME + " " + this.service + "." + expiry + "." + LinkKeys.sign(this.key, text),
					now.plus(RENEWAL));
			this.proofs.put(audience, known);
		}
		return known.header();
	}

	/**
	 * Signs the address under which an instance of this service registers.
	 * @param instanceId the id of the instance
	 * @param host the host on which it listens
	 * @param port the port on which it listens
	 * @return the signature for the metadata of the registration
	 */
	public String signInstance(String instanceId, String host, int port) {
		return LinkKeys.sign(this.key, LinkPeers.instanceText(this.service, instanceId, host, port));
	}

	/**
	 * A signed header that is used until it is renewed.
	 */
	private record Proof(String header, Instant renewAt) {
	}

}
