package io.kehu.order.product;

import java.io.IOException;
import java.util.UUID;

import io.kehu.platform.bulk.BulkLoader;
import io.kehu.platform.history.History;
import io.kehu.platform.query.ListRequest;
import io.kehu.platform.query.Page;
import io.kehu.platform.record.ExpectedVersion;
import io.kehu.platform.record.RecordAnswers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Products over HTTP.
 */
@RestController
@RequestMapping(ProductController.PATH)
class ProductController {

	static final String PATH = "/api/v1/products";

	private static final String READ = "hasAuthority('product:read')";

	private static final String WRITE = "hasAuthority('product:write')";

	private final ProductService products;

	private final ProductReading reading;

	private final ProductBulk bulk;

	private final BulkLoader loader;

	ProductController(ProductService products, ProductReading reading, ProductBulk bulk, BulkLoader loader) {
		this.products = products;
		this.reading = reading;
		this.bulk = bulk;
		this.loader = loader;
	}

	@GetMapping
	@PreAuthorize(READ)
	Page<ProductView> list(ListRequest request) {
		return this.reading.page(request);
	}

	@GetMapping("/{id}")
	@PreAuthorize(READ)
	ResponseEntity<ProductView> get(@PathVariable UUID id) {
		return answer(this.products.get(id));
	}

	@GetMapping("/{id}/history")
	@PreAuthorize(READ)
	Page<History.Entry> history(@PathVariable UUID id) {
		return this.reading.history(id);
	}

	@GetMapping("/export")
	@PreAuthorize(READ)
	void export(ListRequest request, HttpServletResponse response) throws IOException {
		this.reading.export(request, response);
	}

	@PostMapping
	@PreAuthorize(WRITE)
	ResponseEntity<ProductView> create(@Valid @RequestBody ProductDetails details) {
		ProductView view = this.products.create(details);
		return RecordAnswers.created(PATH + "/" + view.id(), view, view.version());
	}

	@PatchMapping(path = "/{id}", consumes = "application/merge-patch+json")
	@PreAuthorize(WRITE)
	ResponseEntity<ProductView> patch(@PathVariable UUID id, ExpectedVersion expected, @RequestBody JsonNode patch) {
		return answer(this.products.patch(id, expected, patch));
	}

	@PutMapping("/by-external-id/{system}/{externalId}")
	@PreAuthorize(WRITE)
	ResponseEntity<ProductView> upsert(@PathVariable String system, @PathVariable String externalId,
			@Valid @RequestBody ProductDetails details) {
		ProductService.Upserted upserted = this.products.upsert(this.reading.key(system, externalId), details);
		ProductView view = upserted.view();
		return upserted.created() ? RecordAnswers.created(PATH + "/" + view.id(), view, view.version())
				: RecordAnswers.ok(view, view.version());
	}

	@PostMapping(path = "/bulk", consumes = BulkLoader.NDJSON)
	@PreAuthorize(WRITE)
	void bulk(HttpServletRequest request, HttpServletResponse response) throws IOException {
		this.loader.load(request, response, ProductDetails.class, this.bulk);
	}

	@DeleteMapping("/{id}")
	@PreAuthorize(WRITE)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void delete(@PathVariable UUID id, ExpectedVersion expected) {
		this.products.delete(id, expected);
	}

	@PostMapping("/{id}/restore")
	@PreAuthorize(WRITE)
	ResponseEntity<ProductView> restore(@PathVariable UUID id) {
		return answer(this.products.restore(id));
	}

	private static ResponseEntity<ProductView> answer(ProductView view) {
		return RecordAnswers.ok(view, view.version());
	}

}
