package io.kehu.gateway.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.kehu.platform.digest.Sha256;

import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.server.PathContainer;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.resource.EncodedResourceResolver;
import org.springframework.web.reactive.resource.PathResourceResolver;
import org.springframework.web.reactive.resource.ResourceWebHandler;
import org.springframework.web.server.WebHandler;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Serves files, compressed ones if they exist and the browser accepts them.
 */
final class FileHandler extends ResourceWebHandler {

	private static final PathPattern ANY = PathPatternParser.defaultInstance.parse("/**");

	private final Map<String, String> tags = new ConcurrentHashMap<>();

	private FileHandler(List<Resource> folders, CacheControl caching) {
		setLocations(folders);
		setResourceResolvers(List.of(new EncodedResourceResolver(), new PathResourceResolver()));
		setCacheControl(caching);
		// Files in a jar have the time of the build, or none
		setUseLastModified(false);
		setEtagGenerator(this::tag);
		try {
			afterPropertiesSet();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Returns a handler of files whose names contain a digest of their content. */
	static FileHandler immutable(Resource folder) {
		return new FileHandler(List.of(folder), CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
	}

	/** Returns a handler of files that browsers have to ask for each time. */
	static FileHandler revalidated(List<Resource> folders) {
		return new FileHandler(folders, CacheControl.noCache());
	}

	/** Returns what sends a file. */
	WebHandler serving(String path, PagePolicy policy) {
		return (exchange) -> {
			exchange.getAttributes().put(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, ANY);
			exchange.getAttributes()
				.put(HandlerMapping.PATH_WITHIN_HANDLER_MAPPING_ATTRIBUTE, PathContainer.parsePath(path));
			policy.addTo(exchange.getResponse().getHeaders());
			return handle(exchange);
		};
	}

	private String tag(Resource file) {
		return this.tags.computeIfAbsent(file.getDescription(), (name) -> {
			try {
				return Sha256.base64UrlOf(new String(file.getContentAsByteArray(), StandardCharsets.ISO_8859_1));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		});
	}

}
