/**
 * Holds a service to what it has published: schemas of events, the OpenAPI description,
 * the rules of its architecture.
 */
@NullMarked
package io.kehu.platform.test.contract;

import org.jspecify.annotations.NullMarked;
