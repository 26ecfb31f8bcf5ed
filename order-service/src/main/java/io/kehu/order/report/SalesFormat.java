package io.kehu.order.report;

import java.util.Locale;

import org.springframework.http.MediaType;

/**
 * The formats of a report.
 */
enum SalesFormat {

	JSON(MediaType.APPLICATION_JSON_VALUE), CSV("text/csv"),
	XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), SVG("image/svg+xml"),
	PNG(MediaType.IMAGE_PNG_VALUE);

	private final String mediaType;

	SalesFormat(String mediaType) {
		this.mediaType = mediaType;
	}

	MediaType mediaType() {
		return MediaType.parseMediaType(this.mediaType);
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
