"""The chapters of the IT Governance Solution, one file each, in the order of the contract's outline."""
