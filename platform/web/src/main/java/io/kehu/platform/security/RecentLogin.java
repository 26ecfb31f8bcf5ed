package io.kehu.platform.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an operation that requires a recent login of the user, so that an unattended
 * screen or a stolen token is not sufficient. If the login is too old, the request is
 * rejected as specified by RFC 9470, and the client can repeat it with a new token.
 * Clients that act on their own behalf, which never log in, are exempt. On a controller
 * class the annotation applies to all methods except those for GET, HEAD and OPTIONS
 * requests. A method that only reads although it is called by another request exempts
 * itself by {@link #ANY}.
 */
@Documented
@Target({ ElementType.METHOD, ElementType.TYPE })
@Retention(RetentionPolicy.RUNTIME)
public @interface RecentLogin {

	/** No maximum age. */
	int ANY = -1;

	/** The default maximum age of the login, in minutes. */
	int MINUTES = 15;

	/**
	 * Returns the maximum age of the login, in minutes, or {@link #ANY}.
	 */
	int minutes() default MINUTES;

}
