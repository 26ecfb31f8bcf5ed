package io.kehu.gateway;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.WebHandler;

/**
 * The pages that the gateway answers itself, on the public port only.
 */
final class OwnPages {

	private final List<Function<ServerHttpRequest, @Nullable WebHandler>> groups;

	/**
	 * Creates the pages.
	 * @param groups each returns what handles a request, or null; the first one decides
	 */
	OwnPages(List<Function<ServerHttpRequest, @Nullable WebHandler>> groups) {
		this.groups = List.copyOf(groups);
	}

	@Nullable WebHandler find(ServerHttpRequest request) {
		return this.groups.stream()
			.map((group) -> group.apply(request))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

}
