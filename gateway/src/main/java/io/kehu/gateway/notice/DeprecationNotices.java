package io.kehu.gateway.notice;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

import reactor.core.publisher.Mono;

import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Tells clients that a part of the API is deprecated (RFC 9745) and when it goes away
 * (RFC 8594).
 */
@Component
final class DeprecationNotices implements GlobalFilter, Ordered {

	private final List<Notice> notices;

	DeprecationNotices(NoticeProperties properties) {
		this.notices = properties.deprecations()
			.stream()
			.map((part) -> new Notice(PathPatternParser.defaultInstance.parse(part.path()), part))
			.toList();
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
		if (!this.notices.isEmpty()) {
			PathContainer path = exchange.getRequest().getPath();
			this.notices.stream()
				.filter((notice) -> notice.pattern().matches(path))
				.findFirst()
				.ifPresent((notice) -> announce(notice.part(), exchange.getResponse().getHeaders()));
		}
		return chain.filter(exchange);
	}

	private static void announce(NoticeProperties.Deprecation part, HttpHeaders headers) {
		headers.set("Deprecation", "@" + part.since().getEpochSecond());
		Instant sunset = part.sunset();
		if (sunset != null) {
			headers.set("Sunset", DateTimeFormatter.RFC_1123_DATE_TIME.format(sunset.atOffset(ZoneOffset.UTC)));
		}
		URI link = part.link();
		if (link != null) {
			headers.add(HttpHeaders.LINK, "<%s>; rel=\"deprecation\"".formatted(link));
		}
	}

	/**
	 * A deprecated part with its pattern.
	 */
	private record Notice(PathPattern pattern, NoticeProperties.Deprecation part) {
	}

}
