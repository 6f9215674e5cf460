// Each journey runs hosts of its own: two at once would measure the machine and not the platform.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
