package io.kehu.gateway.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.kehu.platform.digest.Sha256;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.reactive.resource.EncodedResourceResolver;
import org.springframework.web.reactive.resource.PathResourceResolver;
import org.springframework.web.reactive.resource.ResourceWebHandler;

/**
 * Serves files, compressed ones if they exist and the browser accepts them.
 */
final class FileHandler extends ResourceWebHandler {

	private final Map<String, String> tags = new ConcurrentHashMap<>();

	private FileHandler(CacheControl caching) {
		setLocations(List.of(new ClassPathResource("static/", FileHandler.class.getClassLoader())));
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
	static FileHandler immutable() {
		return new FileHandler(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
	}

	/** Returns a handler of files that browsers have to ask for each time. */
	static FileHandler revalidated() {
		return new FileHandler(CacheControl.noCache());
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
