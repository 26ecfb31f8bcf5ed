package io.kehu.auth.session;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import io.kehu.auth.key.KeyEncryption;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.jackson.SecurityJacksonModules;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.stereotype.Component;

/**
 * Writes the attributes of sessions as JSON and encrypts them for their session and name,
 * so that a value that was changed, or copied from another session, is not read. Only
 * types on an allow-list are read.
 */
@Component
class SessionCodec {

	private static final String SECRET = "session:";

	private final JsonMapper json;

	private final KeyEncryption encryption;

	SessionCodec(KeyEncryption encryption) {
		this.encryption = encryption;
		ClassLoader loader = SessionCodec.class.getClassLoader();
		BasicPolymorphicTypeValidator.Builder types = BasicPolymorphicTypeValidator.builder()
			.allowIfSubType(CurrentLogin.class)
			.allowIfSubType(PasskeyRequest.class);
		this.json = JsonMapper.builder().addModules(SecurityJacksonModules.getModules(loader, types)).build();
	}

	/**
	 * Returns the encrypted value of an attribute.
	 * @param session the key of the session in Redis
	 */
	String write(String session, String name, Object value) {
		byte[] text = this.json.writerFor(Object.class).writeValueAsBytes(stored(value));
		return Base64.getEncoder().encodeToString(this.encryption.encrypt(SECRET + session + ":" + name, text));
	}

	/**
	 * Returns what is stored for a value: pages only need to know that a login failed,
	 * and not all exceptions can be read.
	 */
	private static Object stored(Object value) {
		if (value instanceof PublicKeyCredentialRequestOptions options) {
			return PasskeyRequest.of(options);
		}
		return (value instanceof AuthenticationException failure)
				? new BadCredentialsException(String.valueOf(failure.getMessage())) : value;
	}

	/**
	 * Returns the value of an attribute.
	 * @param session the key of the session in Redis
	 * @throws IllegalStateException if it was not written for this session and name
	 */
	Object read(String session, String name, String stored) {
		byte[] text = this.encryption.decrypt(SECRET + session + ":" + name,
				Base64.getDecoder().decode(stored.getBytes(StandardCharsets.US_ASCII)));
		Object value = this.json.readValue(text, Object.class);
		return (value instanceof PasskeyRequest request) ? request.options() : value;
	}

}
