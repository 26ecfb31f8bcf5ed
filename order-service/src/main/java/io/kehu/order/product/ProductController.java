package io.kehu.order.product;

import io.kehu.platform.bulk.BulkLoader;
import io.kehu.platform.record.ExternalId;
import io.kehu.platform.record.RecordController;
import io.kehu.platform.record.RecordResource;
import io.kehu.platform.web.Preconditions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import tools.jackson.databind.JsonNode;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST API of products.
 */
@RestController
@RequestMapping(ProductController.PATH)
class ProductController extends RecordController<ProductDetails, ProductView> {

	static final String PATH = "/api/v1/products";

	private static final RecordResource RESOURCE = new RecordResource(PATH, "product:read", "product:write",
			"product:write");

	private final ProductService products;

	ProductController(ProductService products, ProductReading reading, BulkLoader loader) {
		super(RESOURCE, ProductDetails.class, products, reading, loader);
		this.products = products;
	}

	@Operation(summary = "Create or replace the product with this external id")
	@PutMapping(path = "/by-external-id/{system}/{externalId}", consumes = MediaType.APPLICATION_JSON_VALUE)
	@PreAuthorize(WRITE)
	@io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
			content = @Content(schema = @Schema(implementation = ProductDetails.class)))
	ResponseEntity<ProductView> upsert(@PathVariable String system, @PathVariable String externalId,
			Preconditions preconditions, @RequestBody JsonNode body) {
		return answer(this.products.upsert(new ExternalId(system, externalId), preconditions, body));
	}

}
