/**
 * Registers the clients that the conformance suite of the OpenID Foundation needs.
 */
@NullMarked
package io.kehu.deploy.local.conformance;

import org.jspecify.annotations.NullMarked;
