package io.kehu.auth.login;

import java.util.Arrays;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * How the response to an authorization request reaches the client.
 */
enum ResponseMode {

	/** As the query of the redirect URI. */
	QUERY,

	/** As a form that the browser posts to the redirect URI. */
	FORM_POST;

	String value() {
		return name().toLowerCase(Locale.ROOT);
	}

	static @Nullable ResponseMode of(Object value) {
		return Arrays.stream(values()).filter((mode) -> mode.value().equals(value)).findFirst().orElse(null);
	}

}
