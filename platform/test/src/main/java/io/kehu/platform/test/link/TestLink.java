package io.kehu.platform.test.link;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;

/**
 * A key pair with which tests act as another service.
 */
public final class TestLink {

	/** The private key, for the property {@code kehu.link.key}. */
	public static final String KEY = "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgIMXka24wx4K6JKx+Pkgl4Vrn4fFarA8uu/h43G7Gwg"
			+ "uhRANCAASeF/YQGPeYDSXH8YfOZdusSNzO4zx8SOLWII/dd/gVuB3yfZESpsp9JSHhzdjeZCBKs5U/Aw+VJQdJ5yFL" + "khoZ";

	/** The public key, for the property {@code kehu.link.peers}. */
	public static final String PUBLIC_KEY = "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEnhf2EBj3mA0lx/GHzmXbrEjczuM8fEji1iCP3Xf4Fbgd8n2REqbKfS"
			+ "Uh4c3Y3mQgSrOVPwMPlSUHSechS5IaGQ==";

	/** The name of the service that {@link #header} speaks for. */
	public static final String SERVICE = "tests";

	/** The value of the property {@code kehu.link.peers} in all tests. */
	public static final String PEERS = SERVICE + "=" + PUBLIC_KEY + ",gateway=" + PUBLIC_KEY;

	private static final String GATEWAY = "gateway";

	private TestLink() {
	}

	/**
	 * Returns a header {@code Authorization} for a request from one service to another.
	 * @param audience the name of the service that receives the request
	 * @return the value of the header, never null
	 */
	public static String header(String audience) {
		return header(SERVICE, audience);
	}

	/**
	 * Returns a header {@code Kehu-Link} as the gateway adds to the requests that it
	 * forwards.
	 * @param audience the name of the service that receives the request
	 * @return the value of the header, never null
	 */
	public static String forwarded(String audience) {
		return header(GATEWAY, audience);
	}

	private static String header(String sender, String audience) {
		long expiry = Instant.now().plusSeconds(60).getEpochSecond();
		String text = String.join("\n", "request", sender, audience, Long.toString(expiry));
		try {
			Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
			signature.initSign(KeyFactory.getInstance("EC")
				.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(KEY))));
			signature.update(text.getBytes(StandardCharsets.UTF_8));
			return "Kehu-Link " + sender + "." + expiry + "."
					+ Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
