package io.kehu.platform.tracing;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationFilter;

/**
 * Removes queries from the addresses in spans, since the values of filters can be
 * personal data.
 */
final class UrlsWithoutQueries implements ObservationFilter {

	private static final String URL = "http.url";

	@Override
	public Observation.Context map(Observation.Context context) {
		KeyValue url = context.getHighCardinalityKeyValue(URL);
		if (url != null && url.getValue().indexOf('?') >= 0) {
			context
				.addHighCardinalityKeyValue(KeyValue.of(URL, url.getValue().substring(0, url.getValue().indexOf('?'))));
		}
		return context;
	}

}
