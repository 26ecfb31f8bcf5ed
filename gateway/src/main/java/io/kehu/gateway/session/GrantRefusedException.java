package io.kehu.gateway.session;

/**
 * Thrown when auth-service refuses a code or a refresh token: it has expired or been
 * used, or its login has ended.
 */
final class GrantRefusedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	GrantRefusedException(String error) {
		super("auth-service refuses the grant: " + error);
	}

}
