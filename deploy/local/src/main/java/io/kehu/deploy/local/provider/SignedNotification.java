package io.kehu.deploy.local.provider;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A notification of a payment provider, signed as specified by Standard Webhooks.
 *
 * @param id the same each time it is sent
 * @param body a JSON document
 */
record SignedNotification(String id, String body) {

	private static final String ALGORITHM = "HmacSHA256";

	/**
	 * Returns the request that sends it.
	 * @param secret the secret in base64
	 */
	HttpRequest to(URI address, String secret, Instant now) {
		String timestamp = Long.toString(now.getEpochSecond());
		return HttpRequest.newBuilder(address)
			.header("Content-Type", "application/json")
			.header("webhook-id", this.id)
			.header("webhook-timestamp", timestamp)
			.header("webhook-signature", "v1," + signature(secret, timestamp))
			.POST(HttpRequest.BodyPublishers.ofString(this.body))
			.build();
	}

	private String signature(String secret, String timestamp) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret), ALGORITHM));
			String signed = this.id + "." + timestamp + "." + this.body;
			return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
