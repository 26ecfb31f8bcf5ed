package io.kehu.platform.tracing;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.mock.http.client.MockClientHttpRequest;
import org.springframework.mock.http.client.MockClientHttpResponse;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

class UrlsWithoutQueriesTests {

	private final List<String> urls = new ArrayList<>();

	@Test
	void aCallToAServiceIsObservedWithoutItsQuery() {
		ObservationRegistry observations = ObservationRegistry.create();
		observations.observationConfig()
			.observationFilter(new UrlsWithoutQueries())
			.observationHandler(new ObservationHandler<Observation.Context>() {

				@Override
				public void onStop(Observation.Context context) {
					KeyValue url = context.getHighCardinalityKeyValue("http.url");
					UrlsWithoutQueriesTests.this.urls.add((url != null) ? url.getValue() : "none");
				}

				@Override
				public boolean supportsContext(Observation.Context context) {
					return true;
				}

			});
		RestClient client = RestClient.builder()
			.observationRegistry(observations)
			.requestFactory(UrlsWithoutQueriesTests::answered)
			.build();
		for (String query : List.of("?taxNumber=DE1&x=?", "")) {
			client.get().uri("http://orders/api/v1/customers" + query).retrieve().toBodilessEntity();
		}
		assertThat(this.urls).containsExactly("http://orders/api/v1/customers", "http://orders/api/v1/customers");
	}

	private static ClientHttpRequest answered(URI uri, HttpMethod method) {
		MockClientHttpRequest request = new MockClientHttpRequest(method, uri);
		request.setResponse(new MockClientHttpResponse(new byte[0], HttpStatus.OK));
		return request;
	}

}
