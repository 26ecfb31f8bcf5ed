package io.kehu.order;

import io.kehu.platform.test.KehuIntegrationTest;
import io.kehu.platform.test.probe.SqlProbe;

import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Starts order-service with all servers and a stand-in for customer-service. Test classes
 * that extend it share one context.
 */
@KehuIntegrationTest(properties = { "kehu.outbox.topics=kehu.customers,kehu.leads",
		"kehu.payments.providers.fake.secret=" + OrderServiceTest.PROVIDER_SECRET,
		"kehu.invoices.dunning.days=30000,30000,30000", "kehu.quotes.highest-discounts.sales-lead=0.4" })
@Import(SqlProbe.class)
public abstract class OrderServiceTest {

	/** The stand-in for customer-service. */
	protected static final CustomerServiceStandIn CUSTOMERS = new CustomerServiceStandIn();

	/** The secret of the payment provider {@code fake}. */
	protected static final String PROVIDER_SECRET = "c2VjcmV0LW9mLXRoZS1mYWtlLXByb3ZpZGVy";

	@DynamicPropertySource
	static void customerService(DynamicPropertyRegistry registry) {
		registry.add("spring.cloud.discovery.client.simple.instances.customer-service[0].uri", CUSTOMERS::uri);
		// Where the machine is busy, it takes seconds until all the calls of a test wait
		registry.add("spring.http.clients.read-timeout", () -> "60s");
		registry.add("kehu.auth.token-uri", () -> CUSTOMERS.uri() + "/oauth2/token");
	}

}
