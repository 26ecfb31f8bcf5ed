package io.kehu.platform.client;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an {@code @HttpExchange} interface whose calls always use the service's own
 * access token rather than the caller's. Intended for data that the service needs itself
 * and does not disclose to the caller. If the called service rejects the token (401 or
 * 403), the call fails as if there had been no response.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface AsService {

	/**
	 * The request attribute by which a single call uses the token of the caller instead,
	 * to learn what the caller may see.
	 */
	String EXCEPT = "io.kehu.platform.client.asCaller";

}
