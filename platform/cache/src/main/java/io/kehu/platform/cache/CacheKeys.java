package io.kehu.platform.cache;

import java.util.UUID;

/**
 * The names of one service's keys and channels in Redis.
 */
record CacheKeys(String application) {

	String epoch() {
		return this.application + ":cache:epoch";
	}

	String sessions() {
		return this.application + ":cache:sessions";
	}

	String changes() {
		return this.application + ":cache:changes";
	}

	String sessionPrefix() {
		return this.application + ":cache:session:";
	}

	String session(String session) {
		return sessionPrefix() + session;
	}

	String entry(String cache, UUID id) {
		return this.application + ":cache:" + cache + ":" + id;
	}

}
