package io.kehu.platform.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks what is so dangerous that a person must have logged in recently to do it, so that
 * an unattended screen or a stolen token is not enough. Who has not is told so as RFC
 * 9470 says, and comes again with a new token. Programs, which never log in, may do it.
 * On a controller it holds for all that changes something; reading is never dangerous in
 * this sense.
 */
@Documented
@Target({ ElementType.METHOD, ElementType.TYPE })
@Retention(RetentionPolicy.RUNTIME)
public @interface RecentLogin {

	/** How long ago the login may be when nothing else is said. */
	int MINUTES = 15;

	/**
	 * How long ago the login may be.
	 * @return the minutes
	 */
	int minutes() default MINUTES;

}
