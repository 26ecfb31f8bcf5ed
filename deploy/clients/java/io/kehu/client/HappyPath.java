package io.kehu.client;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import io.kehu.client.customer.api.ContactsApi;
import io.kehu.client.customer.api.CustomersApi;
import io.kehu.client.customer.model.ContactDetails;
import io.kehu.client.customer.model.ContactView;
import io.kehu.client.customer.model.CustomerDetails;
import io.kehu.client.customer.model.CustomerDetailsPatch;
import io.kehu.client.customer.model.CustomerView;
import io.kehu.client.customer.model.PageCustomerView;
import io.kehu.client.customer.model.TextsFilter;
import io.kehu.client.order.api.ProductsApi;
import io.kehu.client.order.model.Money;
import io.kehu.client.order.model.ProductDetails;
import io.kehu.client.order.model.ProductView;

/**
 * Registers a customer with a contact, changes and finds it, and creates a product,
 * through the gateway and with nothing but the generated clients.
 */
public final class HappyPath {

	private final String run = UUID.randomUUID().toString();

	private final CustomersApi customers;

	private final ContactsApi contacts;

	private final ProductsApi products;

	private HappyPath(String url, String token) {
		Consumer<HttpRequest.Builder> authorized = (request) -> request.header("Authorization", "Bearer " + token);
		HttpClient.Builder http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
		io.kehu.client.customer.ApiClient customer = new io.kehu.client.customer.ApiClient();
		customer.updateBaseUri(url);
		customer.setHttpClientBuilder(http).setRequestInterceptor(authorized);
		io.kehu.client.order.ApiClient order = new io.kehu.client.order.ApiClient();
		order.updateBaseUri(url);
		order.setHttpClientBuilder(http).setRequestInterceptor(authorized);
		this.customers = new CustomersApi(customer);
		this.contacts = new ContactsApi(customer);
		this.products = new ProductsApi(order);
	}

	/**
	 * Runs the happy path.
	 * @param arguments the URL of the gateway, and an access token
	 */
	public static void main(String[] arguments) throws Exception {
		HappyPath path = new HappyPath(arguments[0], arguments[1]);
		path.customer();
		path.product();
		System.out.println("The Java client ran the happy path");
	}

	private void customer() throws Exception {
		CustomerDetails details = new CustomerDetails().kind(CustomerDetails.KindEnum.COMPANY)
			.name("Windrose Records " + this.run)
			.tags(List.of(this.run));
		var registered = this.customers.createCustomerWithHttpInfo(details, null, null);
		CustomerView customer = registered.getData();
		check(registered.getStatusCode() == 201 && customer.getGivenName() == null, "a new customer");
		String tag = registered.getHeaders().get("etag").get(0);

		CustomerView changed = this.customers.patchCustomer(customer.getId(), tag,
				new CustomerDetailsPatch().name("Windrose Beans " + this.run), null, null);
		check(changed.getVersion() == customer.getVersion() + 1, "a new version");
		try {
			this.customers.patchCustomer(customer.getId(), tag, new CustomerDetailsPatch().name("Stale"), null, null);
			throw new IllegalStateException("Expected a stale version to be refused");
		}
		catch (io.kehu.client.customer.ApiException ex) {
			check(ex.getCode() == 412, "status 412");
		}
		PageCustomerView found = this.customers.listCustomers(CustomersApi.APIListCustomersRequest.newBuilder()
			.tag(new TextsFilter().eq(this.run))
			.sort("-createdAt,name")
			.build());
		check(found.getItems().size() == 1 && found.getNextCursor() == null, "one customer on the list");
		ContactView contact = this.contacts.createContact(
				new ContactDetails().customerId(customer.getId()).familyName("Okafor"), UUID.randomUUID().toString());
		check(contact.getCustomerId().equals(customer.getId()), "a contact of the customer");
		var history = CustomersApi.APIGetCustomerHistoryRequest.newBuilder().id(customer.getId()).build();
		check(this.customers.getCustomerHistory(history).getItems().size() == 2, "two entries of history");
	}

	private void product() throws Exception {
		ProductView product = this.products.createProduct(
				new ProductDetails().sku(this.run).name("Bell").price(new Money().amount("12.30").currency("EUR")),
				null);
		check(product.getPrice().getAmount().equals("12.30"), "the price as it was sent");
	}

	private static void check(boolean holds, String what) {
		if (!holds) {
			throw new IllegalStateException("Expected " + what);
		}
	}

}
