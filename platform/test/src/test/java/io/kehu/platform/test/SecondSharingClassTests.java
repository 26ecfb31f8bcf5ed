package io.kehu.platform.test;

class SecondSharingClassTests extends SharedContextContract {

}
