/**
 * A payment provider for trying payments out.
 */
@NullMarked
package io.kehu.deploy.local.provider;

import org.jspecify.annotations.NullMarked;
