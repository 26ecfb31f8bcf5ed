package io.kehu.gateway.limit;

import org.springframework.web.server.ServerWebExchange;

/**
 * Tells who sends a request.
 */
@FunctionalInterface
public interface Callers {

	/**
	 * Returns the caller.
	 * @param exchange a request whose token has been verified if it needs one
	 */
	Caller of(ServerWebExchange exchange);

}
