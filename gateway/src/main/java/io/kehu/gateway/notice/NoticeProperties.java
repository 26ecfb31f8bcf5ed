package io.kehu.gateway.notice;

import java.net.URI;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Which parts of the API are deprecated.
 *
 * @param deprecations the deprecated parts; the first one that matches counts
 */
@ConfigurationProperties("kehu.gateway")
record NoticeProperties(@DefaultValue List<Deprecation> deprecations) {

	/**
	 * A deprecated part of the API.
	 *
	 * @param path a pattern, such as {@code /api/v1/leads/**}
	 * @param since when it became, or becomes, deprecated
	 * @param sunset when it goes away, or null if that is not known
	 * @param link where its successor is described, or null
	 */
	record Deprecation(String path, Instant since, @Nullable Instant sunset, @Nullable URI link) {

		Deprecation {
			Assert.isTrue(sunset == null || !sunset.isBefore(since),
					"kehu.gateway.deprecations: the sunset of %s is before its deprecation".formatted(path));
		}

	}

}
