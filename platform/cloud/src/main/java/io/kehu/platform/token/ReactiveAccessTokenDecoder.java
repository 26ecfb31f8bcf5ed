package io.kehu.platform.token;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

/**
 * The {@link AccessTokenDecoder} for the gateway: a remembered token is answered on the
 * event loop, anything that may compute or fetch goes to another thread.
 */
class ReactiveAccessTokenDecoder implements ReactiveJwtDecoder {

	private final AccessTokenDecoder decoder;

	ReactiveAccessTokenDecoder(AccessTokenDecoder decoder) {
		this.decoder = decoder;
	}

	@Override
	public Mono<Jwt> decode(String token) {
		return Mono.defer(() -> {
			Jwt remembered = this.decoder.remembered(token);
			return (remembered != null) ? Mono.fromCallable(() -> this.decoder.unlessRevoked(remembered))
					: Mono.fromCallable(() -> this.decoder.decode(token)).subscribeOn(Schedulers.boundedElastic());
		});
	}

}
