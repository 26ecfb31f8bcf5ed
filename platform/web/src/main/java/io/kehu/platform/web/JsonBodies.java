package io.kehu.platform.web;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.ResolvableType;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;

/**
 * Reads and writes JSON bodies of the declared media types only: {@code application/json}
 * and, for patches, {@code application/merge-patch+json}.
 */
final class JsonBodies extends JacksonJsonHttpMessageConverter {

	private static final MediaType MERGE_PATCH = MediaType.parseMediaType("application/merge-patch+json");

	JsonBodies(JsonMapper json) {
		super(json);
		setSupportedMediaTypes(List.of(MediaType.APPLICATION_JSON));
	}

	@Override
	public boolean canRead(ResolvableType type, @Nullable MediaType mediaType) {
		if (MERGE_PATCH.equalsTypeAndSubtype(mediaType)) {
			return type.resolve() == JsonNode.class;
		}
		return super.canRead(type, mediaType);
	}

	/**
	 * Also writes the JSON types that a handler has selected itself, such as those of
	 * problem documents and of Spring Boot's management endpoints.
	 */
	@Override
	protected boolean canWrite(@Nullable MediaType mediaType) {
		return super.canWrite(mediaType) || (mediaType != null && mediaType.getSubtype().endsWith("+json"));
	}

}
