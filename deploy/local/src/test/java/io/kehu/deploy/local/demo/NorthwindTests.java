package io.kehu.deploy.local.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.kehu.deploy.local.system.LaunchFailure;
import io.kehu.platform.embedded.PostgresServer;
import io.kehu.platform.embedded.ServerSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class NorthwindTests {

	private static final String TABLES = """
			SET default_with_oids = false;
			\\restrict abc
			CREATE TABLE customers (customer_id varchar(5), company_name varchar(40), contact_name varchar(30),
			  contact_title varchar(30), address varchar(60), city varchar(15), region varchar(15),
			  postal_code varchar(10), country varchar(15), phone varchar(24), fax varchar(24));
			CREATE TABLE products (product_id smallint, product_name varchar(40), unit_price real, discontinued integer);
			CREATE TABLE orders (order_id smallint, customer_id varchar(5), order_date date, shipped_date date);
			CREATE TABLE order_details (order_id smallint, product_id smallint, unit_price real, quantity smallint,
			  discount real);
			ALTER TABLE customers OWNER TO somebody_unknown;
			COPY customers FROM stdin;
			MORGE	Morgenrot; Velo	Zoë Brandt	Owner	Gartenweg 5	Köln	\\N	50667	Germany	0221-4710815	\\N
			NOWHE	Nowhere Ltd	\\N	\\N	\\N	\\N	\\N	\\N	Atlantis	12	\\N
			\\.
			INSERT INTO products VALUES (7, 'Chain; "long"', 21.35, 0), (8, 'Bell', 4, 1);
			INSERT INTO orders VALUES (1, 'MORGE', '1996-07-04', '1996-07-16'), (2, 'MORGE', '1998-05-06', NULL);
			INSERT INTO order_details VALUES (1, 7, 18.6, 4, 0.15), (1, 8, 4, 1, 0), (2, 7, 21.35, 2, 0);
			""";

	private static final PostgresServer POSTGRES = new PostgresServer(ServerSettings.forTests());

	@TempDir
	private Path folder;

	@BeforeAll
	static void start() {
		POSTGRES.start();
	}

	@AfterAll
	static void stop() {
		POSTGRES.close();
	}

	@Test
	void customersKeepTheirData() throws IOException {
		Company company = read(TABLES);
		assertThat(company.customers()).extracting(Company.Customer::key).containsExactly("MORGE", "NOWHE");
		assertThat(company.customers().get(0).body()).containsEntry("name", "Morgenrot; Velo")
			.containsEntry("externalIds", List.of(Map.of("system", "northwind", "id", "MORGE")))
			.containsEntry("phones", List.of(Map.of("number", "+492214710815", "type", "phone", "primary", true)))
			.containsEntry("addresses",
					List.of(Map.of("type", "billing", "line1", "Gartenweg 5", "postalCode", "50667", "city", "Köln",
							"country", "DE")))
			.containsEntry("customFields", Map.of("contactName", "Zoë Brandt", "contactTitle", "Owner"));
	}

	@Test
	void nonStandardValuesAreKeptAsCustomFields() throws IOException {
		assertThat(read(TABLES).customers().get(1).body())
			.containsEntry("customFields", Map.of("phone", "12", "country", "Atlantis"))
			.containsEntry("phones", List.of())
			.doesNotContainKey("addresses");
	}

	@Test
	void ordersKeepTheirDatesAndLines() throws IOException {
		Company company = read(TABLES);
		assertThat(company.products()).extracting(Company.Product::sku).containsExactly("NW-07", "NW-08");
		assertThat(company.products().get(0).body()).containsEntry("price",
				Map.of("amount", "21.35", "currency", "USD"));
		assertThat(company.orders()).extracting(Company.Order::number).containsExactly("NW-1", "NW-2");
		assertThat(company.orders().get(0).body()).containsEntry("orderDate", "1996-07-04")
			.containsEntry("status", "completed");
		assertThat(company.orders().get(1).body()).containsEntry("status", "confirmed");
		assertThat(company.orders().get(0).lines()).extracting(Company.Line::sku).containsExactly("NW-07", "NW-08");
		assertThat(company.orders().get(0).lines().get(0).body()).containsEntry("quantity", 4)
			.containsEntry("unitPrice", Map.of("amount", "18.60", "currency", "USD"));
	}

	@Test
	void theScratchDatabaseIsDroppedAfterwards() throws IOException {
		read(TABLES);
		assertThat(POSTGRES.databases().exists("kehu_demo_scratch")).isFalse();
		assertThatThrownBy(() -> read("CREATE TABLE customers (")).isInstanceOf(LaunchFailure.class)
			.hasMessageContaining("cannot be restored");
		assertThatThrownBy(() -> read("CREATE TABLE pets ();")).isInstanceOf(LaunchFailure.class)
			.hasMessageContaining("does not contain the tables of Northwind");
		assertThat(POSTGRES.databases().exists("kehu_demo_scratch")).isFalse();
	}

	@Test
	void aDumpCannotReachTheOtherDatabases() {
		assertThatThrownBy(() -> read("CREATE ROLE intruder SUPERUSER;")).isInstanceOf(LaunchFailure.class)
			.hasMessageContaining("permission denied");
	}

	@Test
	void aMissingFileIsReported() {
		assertThatThrownBy(() -> new Northwind(POSTGRES.databases(), this.folder.resolve("none.sql")).read())
			.isInstanceOf(LaunchFailure.class)
			.hasMessageContaining("The file " + this.folder.resolve("none.sql") + " does not exist.");
	}

	private Company read(String dump) throws IOException {
		Path file = Files.writeString(this.folder.resolve("dump.sql"), dump);
		return new Northwind(POSTGRES.databases(), file).read();
	}

}
